#!/usr/bin/env python3
"""How often the dates that editions mark as certain are right.

    python3 benches/dates.py GOLD EDITIONS

GOLD holds NAME.txt and NAME.gold.json for each transcription that scholars have annotated, EDITIONS the NAME.xml that
rubricate has made of it (`rubricate convert --out-dir EDITIONS GOLD/*.txt`). A date is right if its value is that of the
scholars; one that they did not mark counts as wrong only where they marked all, and nowhere if they left it open.
What is marked `high` is meant to be right 97 times of 100, `medium` 85 times.

GOLD is not part of the project; see benches/README.md for what it is.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
VALUES = ("when", "from", "to", "notBefore", "notAfter")
LEVELS = ("high", "medium", "low")
AIMS = {"high": 0.97, "medium": 0.85}


def dates(path, text):
    """Start, end and attributes of the dates of an edition, by the offsets of its transcription."""
    root = ElementTree.parse(path).getroot().find(f"{TEI}text")
    found, at = [], 0

    def read(part):
        """The offsets of the characters of a part of the edition; what tags replace is passed over."""
        nonlocal at
        places = []
        for char in part or "":
            if not char.isspace() and (place := text.find(char, at)) >= 0:
                places.append(place)
                at = place + 1
        return places

    def walk(element):
        places = read(element.text)
        for child in element:
            places += walk(child)
            places += read(child.tail)
        if element.tag == f"{TEI}date" and places:
            found.append((places[0], places[-1] + 1, dict(element.attrib)))
        return places

    walk(root)
    return found


def value(attributes):
    return {key: attributes[key] for key in VALUES if key in attributes}


def overlaps(item, start, end):
    return item["start"] < end and start < item["end"]


def judged(gold, text, path):
    """For each date of an edition that can be judged: its certainty and whether it is right."""
    exhaustive = gold["scored"].get("dates") == "full"
    excluded = [{"start": start, "end": end} for start, end in gold.get("exclude", [])]
    for start, end, attributes in dates(path, text):
        if any(overlaps(part, start, end) for part in excluded):
            continue
        marked = [item for item in gold["dates"] if overlaps(item, start, end)]
        known = [item for item in marked if not item.get("optional") and not item.get("suspect") and value(item)]
        cert = attributes.get("cert", "high")
        if known:
            other = ({"when": item["when_alt"]} for item in known if item.get("when_alt"))
            yield cert, True, value(attributes) in [*map(value, known), *other]
        elif not marked and exhaustive:
            yield cert, False, False


def table(title, counts):
    print(f"| {title} | right | of | share | aim |\n| --- | --- | --- | --- | --- |")
    for level in LEVELS:
        right, total = counts[level, True], counts[level, True] + counts[level, False]
        if total:
            print(f"| {level} | {right} | {total} | {right / total:.3f} | {AIMS.get(level, '')} |")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    gold_directory, editions = map(Path, sys.argv[1:])
    found, all_marked, corpora = Counter(), Counter(), defaultdict(Counter)
    for path in sorted(gold_directory.glob("*.gold.json")):
        gold = json.loads(path.read_text())
        name = path.name.removesuffix(".gold.json")
        edition = editions / f"{name}.xml"
        if "dates" not in gold["scored"] or not edition.exists():
            continue
        text = (gold_directory / f"{name}.txt").read_text()
        for cert, is_marked, right in judged(gold, text, edition):
            all_marked[cert, right] += 1
            if is_marked:
                found[cert, right] += 1
                corpora[re.split(r"-\d|-[A-Z]|-chapter", name)[0]][cert, right] += 1
    table("dates that the scholars marked", found)
    print()
    table("with those that they did not mark", all_marked)
    for corpus, counts in sorted(corpora.items()):
        print()
        table(corpus, counts)


if __name__ == "__main__":
    main()
