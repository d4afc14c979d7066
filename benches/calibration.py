#!/usr/bin/env python3
"""Counts how many of the names that are marked with each certainty are right.

    calibration.py BINARY GOLD [--false KIND CERT] [--grounds | --entities]

GOLD is a directory of transcriptions, NAME.txt, with the names of an edition beside them, NAME.gold.json: `persons` and
`places` are lists of {start, end} in code points, `scored` says which of them the edition marks in full, `exclude` what
it left out; names that are `optional` there do not count. A name is right if it overlaps one of the edition of its kind
and both are the same without titles, small words before them and a final ’s. Editions forget names: the second figure
counts a name as right, too, that the edition marks elsewhere in the collection as of its kind and here as nothing.
`--false persons high` prints the names that are not right, to be read. `--grounds` counts by what each name rests on
instead, which `rubricate explain` tells of each; this takes minutes. `--entities` counts the persons and places in the lists
of an edition instead: the share of the mentions of each that are right and those of the bearer that most of them have.
"""
import collections
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

KINDS = {"persName": "persons", "placeName": "places"}
TITLES = re.compile(
    r"(?:(?:mr|mrs|ms|miss|messrs|mme|mlle|dr|sir|lady|lord|madam|madame|monsieur|m|prof|professor|rev|reverend|hon|gen|general"
    r"|col|colonel|capt|captain|major|lieut|lieutenant|judge|president|king|queen|prince|princess|duke|duchess|count|countess"
    r"|baron|earl|st|saint|aunt|uncle|brother|sister|old|poor|dear|young|the|herr|frau)\b\.?,?\s+)+(?=\S)",
    re.I,
)


ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Miss|Dr|Sir|Lord|Lady|Capt|Captain|Col|Colonel|General|Aunt|Uncle)\b\.? ?([A-Z][a-z]+)")
SMALL = re.compile(r"(?:[a-zà-ÿ'’-]+,?\s+)+(?=\S)")
RESTS = re.compile(r"it rests on (.*?): of a hundred")


def core(text, start, end):
    """The span without leading titles, small words before it and a final ’s."""
    small = SMALL.match(text[start:end])
    start += small.end() if small and small.end() < end - start else 0
    lead = TITLES.match(text[start:end])
    start += lead.end() if lead and lead.end() < end - start else 0
    tail = re.search(r"(?:['’]s|['’]|[.,;:])+$", text[start:end])
    return start, end - len(tail[0]) if tail and tail.start() else end


def marked(tei):
    """The characters in the text of an edition that are no white space, and its names: kind, certainty, bearer, span among them."""
    body = tei[tei.index("<text") :]
    body = re.sub(r"<\?rubricate source \"(.*?)\"\?>", "", body, flags=re.S)
    letters, open_, found = [], [], []
    for piece in re.findall(r"<[^>]*>|[^<]+", body):
        if not piece.startswith("<"):
            letters += re.sub(r"\s", "", html.unescape(piece))
        elif piece.startswith("</"):
            name = piece[2:-1]
            if name in KINDS:
                start, cert, ref = open_.pop()
                if cert:
                    # The name of two points to both; it is the second who stands beside it.
                    found.append((KINDS[name], cert[1], ref and ref[1].split(" #")[-1], start, len(letters)))
        elif piece[1:].split(None, 1)[0].rstrip(">") in KINDS:
            cert = re.search(r'cert="(\w+)"', piece)
            open_.append((len(letters), cert, re.search(r'ref="#([^"]+)"', piece)))
    return letters, found


def aligned(letters, text):
    """Where each letter of an edition stands in its transcription, which also has the delimiters that tags replace."""
    places, at = [], 0
    for letter in letters:
        found = text.find(letter, at)
        at = found if found >= 0 else at
        places.append(at)
        at += 1
    return places


def has_names(text, edition):
    """Whether half of the names are marked that stand after a form of address, if there are some."""
    persons = [(name["start"], name["end"]) for name in edition["persons"]]
    left_out = edition.get("exclude", [])
    found = [match.start(1) for match in ADDRESSED.finditer(text)]
    found = [at for at in found if not any(start <= at < end for start, end, *_ in left_out)]
    named = sum(any(start <= at < end for start, end in persons) for at in found)
    return len(found) < 4 or 2 * named >= len(found)


def editions(gold):
    """The annotated editions of which names are marked in full: source, text, edition, kinds."""
    for path in sorted(gold.glob("*.gold.json")):
        edition = json.loads(path.read_text("utf-8"))
        source = path.with_name(path.name.replace(".gold.json", ".txt"))
        kinds = [kind for kind in KINDS.values() if edition["scored"].get(kind) == "full"]
        text = source.read_text("utf-8")
        if kinds and has_names(text, edition):
            yield source, text, edition, kinds


def named(gold):
    """What each collection names, by kind, without titles."""
    names = collections.defaultdict(set)
    for _, text, edition, kinds in editions(gold):
        for kind in kinds:
            for name in edition[kind]:
                start, end = core(text, name["start"], name["end"])
                names[edition["corpus"], kind].add(text[start:end])
    return names


def ground(binary, source, text, start):
    """What the name at an offset rests on."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    told = subprocess.run([binary, "explain", source, "--at", f"{line}:{column}"], check=True, capture_output=True, text=True)
    rests = RESTS.search(" ".join(told.stdout.split()))
    return rests[1] if rests else "another reason"


def listed(tei):
    """The certainty of each person and place in the lists."""
    return dict(re.findall(r'<(?:person|place) xml:id="([^"]+)"[^>]* cert="(\w+)"', tei))


class Counts:
    """How many are right, by the edition and with what it forgot, of how many: for each corpus and for all."""

    def __init__(self):
        self.of = collections.defaultdict(lambda: [0, 0, 0])

    def add(self, kind, key, corpus, right, told):
        for corpus in (corpus, "all"):
            for index, count in enumerate((right, told, 1)):
                self.of[kind, key, corpus][index] += count

    def add_entities(self, corpus, entities):
        """Persons and places: kind and certainty, and of each mention whether it is right, is right or forgotten, and whose."""
        for (kind, cert), mentions in entities:
            bearers = collections.Counter(bearer for *_, bearer in mentions if bearer)
            others = sum(bearers.values()) - max(bearers.values(), default=0)
            shares = [max(sum(mention[at] for mention in mentions) - others, 0) / len(mentions) for at in (0, 1)]
            self.add(kind, cert, corpus, *shares)

    def print(self):
        for (kind, key, corpus), (right, told, all_) in sorted(self.of.items()):
            print(f"{kind:8} {key:8} {corpus:16} {right / all_:.3f} {told / all_:.3f} of {all_}")


def main():
    binary, gold = sys.argv[1], pathlib.Path(sys.argv[2])
    shown = tuple(sys.argv[sys.argv.index("--false") + 1 :][:2]) if "--false" in sys.argv else None
    grounds = "--grounds" in sys.argv
    elsewhere = named(gold)
    counts = Counts()
    for source, text, edition, kinds in editions(gold):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([binary, "convert", "-q", "--out-dir", out, source], check=True)
            tei = next(pathlib.Path(out).glob("*.xml")).read_text("utf-8")
        letters, found = marked(tei)
        certs = listed(tei)
        entities = collections.defaultdict(list)
        places = aligned(letters, text)
        for kind, cert, ref, start, end in found:
            if kind not in kinds or start == end:
                continue
            start, end = places[start], places[end - 1] + 1
            if any(a <= start and end <= b for a, b, *_ in edition.get("exclude", [])):
                continue
            same = [name for name in edition[kind] if name["start"] < end and start < name["end"]]
            if any(name.get("optional") for name in same):
                continue
            name = core(text, start, end)
            matches = [one for one in same if core(text, one["start"], one["end"]) == name]
            right = bool(matches)
            others = [other for other in kinds if other != kind for other in edition[other]]
            other = any(one["start"] < end and start < one["end"] for one in others)
            forgotten = not same and not other and text[slice(*name)] in elsewhere[edition["corpus"], kind]
            if "--entities" in sys.argv:
                bearer = matches[0].get("id") if matches else None
                entities[kind, certs.get(ref), ref].append((right, right or forgotten, bearer))
                continue
            key = ground(binary, source, text, start) if grounds else cert
            counts.add(kind, key, edition["corpus"], right, right or forgotten)
            if not right and (kind, cert) == shown:
                context = text[max(0, start - 40) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + 30]
                print(source.name, "forgotten" if forgotten else "", context.replace("\n", "⏎"))
        counts.add_entities(edition["corpus"], ((key[:2], mentions) for key, mentions in entities.items()))
    counts.print()


main()
