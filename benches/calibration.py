#!/usr/bin/env python3
"""Counts how many of the names that are marked with each certainty are right.

    calibration.py BINARY GOLD [--false KIND CERT]

GOLD is a directory of transcriptions, NAME.txt, with the names of an edition beside them, NAME.gold.json: `persons` and
`places` are lists of {start, end} in code points, `scored` says which of them the edition marks in full, `exclude` what
it left out. A name is right if it overlaps one of the edition of its kind and both are the same without titles and a
final ’s. `--false persons high` prints those that are not, to be read: editions forget names, and a name that they forgot
counts as wrong here.
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


def core(text, start, end):
    """The span without leading titles and a final ’s."""
    lead = TITLES.match(text[start:end])
    start += lead.end() if lead and lead.end() < end - start else 0
    tail = re.search(r"(?:['’]s|['’]|[.,;:])+$", text[start:end])
    return start, end - len(tail[0]) if tail and tail.start() else end


def marked(tei):
    """The characters in the text of an edition that are no white space, and its names: kind, certainty, span among them."""
    body = tei[tei.index("<text") :]
    body = re.sub(r"<\?rubricate source \"(.*?)\"\?>", "", body, flags=re.S)
    letters, open_, found = [], [], []
    for piece in re.findall(r"<[^>]*>|[^<]+", body):
        if not piece.startswith("<"):
            letters += re.sub(r"\s", "", html.unescape(piece))
        elif piece.startswith("</"):
            name = piece[2:-1]
            if name in KINDS:
                start, cert = open_.pop()
                if cert:
                    found.append((KINDS[name], cert, start, len(letters)))
        elif piece[1:].split(None, 1)[0].rstrip(">") in KINDS:
            cert = re.search(r'cert="(\w+)"', piece)
            open_.append((len(letters), cert and cert[1]))
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


def main():
    binary, gold = sys.argv[1], pathlib.Path(sys.argv[2])
    shown = tuple(sys.argv[4:6]) if "--false" in sys.argv else None
    counts = collections.defaultdict(lambda: [0, 0])
    for path in sorted(gold.glob("*.gold.json")):
        edition = json.loads(path.read_text("utf-8"))
        source = path.with_name(path.name.replace(".gold.json", ".txt"))
        kinds = [kind for kind in KINDS.values() if edition["scored"].get(kind) == "full"]
        if not kinds:
            continue
        text = source.read_text("utf-8")
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([binary, "convert", "-q", "--out-dir", out, source], check=True)
            letters, found = marked(next(pathlib.Path(out).glob("*.xml")).read_text("utf-8"))
        places = aligned(letters, text)
        for kind, cert, start, end in found:
            if kind not in kinds or start == end:
                continue
            start, end = places[start], places[end - 1] + 1
            if any(a <= start and end <= b for a, b, *_ in edition.get("exclude", [])):
                continue
            same = [(name["start"], name["end"]) for name in edition[kind] if name["start"] < end and start < name["end"]]
            right = core(text, start, end) in [core(text, *span) for span in same]
            for corpus in (edition["corpus"], "all"):
                counts[corpus, kind, cert][0] += right
                counts[corpus, kind, cert][1] += 1
            if not right and (kind, cert) == shown:
                context = text[max(0, start - 40) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + 30]
                print(source.name, context.replace("\n", "⏎"))
    for (corpus, kind, cert), (right, all_) in sorted(counts.items()):
        print(f"{corpus:18} {kind:8} {cert:7} {right / all_:.3f} of {all_}")


main()
