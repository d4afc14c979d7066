#!/usr/bin/env python3
"""Headings of editions against those of the HTML that Project Gutenberg has of the same books.

gutenberg.py EDITIONS HTML    NAME.xml of NAME.txt beside NAME.htm
gutenberg.py EDITIONS HTML NAME    and which are missing (-) and which are more (+)

A heading of the HTML (h1 to h6) is found if the edition has one with the same letters, on its title page
as well. The HTML has headings for more than a scholar would call so: imprints, who wrote a book.
"""

import re
import sys
import unicodedata
from pathlib import Path

from lxml import etree, html

TEI = "{http://www.tei-c.org/ns/1.0}"
TITLES = ["head", "titlePart", "docAuthor", "byline", "docImprint", "docEdition", "trailer", "label"]


def letters(words):
    """What is compared: letters and digits, without accents, marks of notes and pictures."""
    words = re.sub(r"\[(?:\d+|[A-Z]|\*|Illustration[^]]*|Pg[^]]*|Footnote[^]]*)\]", "", words)
    words = unicodedata.normalize("NFD", words)
    return "".join(c for c in words.lower() if c.isascii() and c.isalnum())


def of_html(file):
    page = html.fromstring(file.read_bytes())
    for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        for mark in heading.xpath('.//span[contains(@class, "pagenum")] | .//sup'):
            mark.text = ""
        words = " ".join(heading.itertext())
        if letters(words) and "projectgutenberg" not in letters(words):
            yield " ".join(words.split())


def of_edition(file):
    for title in etree.parse(file).getroot().iter(*(TEI + name for name in TITLES)):
        parent = title.getparent().tag.removeprefix(TEI)
        if parent != "figure":
            for marker in title.iter(TEI + "ref"):
                marker.text = ""
            words = "".join(title.itertext())
            yield title.tag.removeprefix(TEI), " ".join(words.split())


def compare(wanted, found):
    """The headings that are missing, and those of the edition that are more."""
    keys = [letters(words) for _, words in found]
    used = [False] * len(keys)
    missing = []
    for words in wanted:
        key = letters(words)
        same = [at for at, other in enumerate(keys) if not used[at] and other == key]
        part = [at for at, other in enumerate(keys) if not used[at] and len(other) > 2
                and (key.startswith(other) or key.endswith(other) or other.startswith(key))]
        if match := (same or part)[:1]:
            at = match[0]
            used[at] = True
            # A heading of several lines may be several of the edition.
            while at + 1 < len(keys) and len(keys[at + 1]) > 2 and keys[at + 1] in key:
                at += 1
                used[at] = True
        elif not any(taken and len(key) > 2 and key in keys[at] for at, taken in enumerate(used)):
            missing.append(words)
    everything = " ".join(letters(words) for words in wanted)
    more = [words for at, (name, words) in enumerate(found)
            if name == "head" and not used[at] and not (len(keys[at]) > 3 and keys[at] in everything)]
    return missing, more


def main():
    editions, pages, *only = sys.argv[1:]
    counts = [0, 0, 0]
    for page in sorted(Path(pages).glob("*.htm")):
        edition = Path(editions) / f"{page.stem}.xml"
        if only and page.stem not in only or not edition.exists():
            continue
        wanted = list(of_html(page))
        missing, more = compare(wanted, list(of_edition(edition)))
        row = (len(wanted) - len(missing), len(missing), len(more))
        counts = [total + count for total, count in zip(counts, row)]
        print(f"{page.stem}: found {row[0]}, missing {row[1]}, more {row[2]}")
        if only:
            print(*(f"  - {words}" for words in missing), *(f"  + {words}" for words in more), sep="\n")
    print(f"all: found {counts[0]}, missing {counts[1]}, more {counts[2]}")


if __name__ == "__main__":
    main()
