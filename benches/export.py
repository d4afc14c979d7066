"""What exports cost, beside the TEI Stylesheets: CPU time and peak memory of whole processes.

    cargo build --release
    STYLESHEETS=/path/to/Stylesheets python3 benches/export.py

STYLESHEETS names a checkout of github.com/TEIC/Stylesheets; Saxon comes with the Python package saxonche. Both run in the
same way: a process that reads one edition and writes one result.
"""

import os
import sys
from pathlib import Path

from measure import MEGABYTE, RUBRICATE, WORK, best, file, machine, row, table

# What the Stylesheets need of Python: compile, transform, nothing else.
SAXON = """
import sys, saxonche
sheet, source, result, *parameters = sys.argv[1:]
with saxonche.PySaxonProcessor(license=False) as processor:
    executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=sheet)
    for parameter in parameters:
        name, value = parameter.split("=", 1)
        executable.set_parameter(name, processor.make_string_value(value))
    executable.transform_to_file(source_file=source, output_file=result)
"""
SHEETS = {"html": "html/html.xsl", "epub": "epub3/tei-to-epub3.xsl"}


def edition(megabytes):
    """An edition of some size: the novel over and over, as one transcription."""
    novel = Path("samples/gutenberg-novel/transcription.txt").read_bytes()
    # An edition of the novel is about twice as long as its transcription.
    share = 0.5
    for _ in range(3):
        text = file("novel.txt", novel * max(1, int(megabytes * MEGABYTE * share / len(novel))))
        path = WORK / f"novel-{megabytes}.xml"
        best([RUBRICATE, "convert", "--quiet", "-o", path, text], 1)
        size = path.stat().st_size / MEGABYTE
        if abs(size - megabytes) < megabytes / 20:
            break
        share *= megabytes / size
    return path


def ours(name, path):
    return [RUBRICATE, "export", "--quiet", "--to", name, "-o", WORK / f"out.{name}", path]


def theirs(name, path):
    home, directory = Path(os.environ["STYLESHEETS"]).absolute(), (WORK / "theirs").absolute()
    directory.mkdir(exist_ok=True)
    # The parts of a book land in a directory, which is left without packing; styles are those at hand.
    book = {"directory": directory, "outputDir": directory / "OPS", "cssFile": home / "css/tei.css", "cssPrintFile": home / "css/epub-print.css"}
    more = [f"{key}={value}" for key, value in book.items()] if name == "epub" else []
    return [sys.executable, "-c", SAXON, home / SHEETS[name], path.absolute(), directory / f"out.{name}", *more]


def beside_stylesheets():
    for name in SHEETS:
        table(f"{name}, MB", "rubricate, CPU s", "Stylesheets, CPU s", "ratio", "rubricate, peak MB", "Stylesheets, peak MB", "ratio")
        for megabytes in (0.7, 5):
            path = edition(megabytes)
            seconds, memory = best(ours(name, path))
            their_seconds, their_memory = best(theirs(name, path), 3)
            row(
                f"{path.stat().st_size / MEGABYTE:.1f}", f"{seconds:.3f}", f"{their_seconds:.2f}", f"{their_seconds / seconds:.0f}",
                f"{memory / MEGABYTE:.0f}", f"{their_memory / MEGABYTE:.0f}", f"{their_memory / memory:.1f}",
            )


def growth():
    names = ("html", "epub", "markdown", "text", "latex", "json", "annotations", "csv")
    table("MB", *(f"{name}, ms/MB" for name in names), "html, peak / input")
    for megabytes in (1, 2, 5, 10, 20, 50):
        path = edition(megabytes)
        size = path.stat().st_size
        costs = {name: best(ours(name, path), 3 if megabytes <= 10 else 1) for name in names}
        rates = (f"{seconds * 1000 * MEGABYTE / size:.0f}" for seconds, _ in costs.values())
        row(megabytes, *rates, f"{costs['html'][1] / size:.1f}")


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    print(machine())
    if "STYLESHEETS" in os.environ:
        beside_stylesheets()
    else:
        print("STYLESHEETS is not set: the TEI Stylesheets are left out")
    growth()
