"""The measurements of peers.sh: CPU time and peak memory of whole processes."""

import os
from pathlib import Path

import pypandoc
from measure import MEGABYTE, RUBRICATE, WORK, best, file, machine, row, table

LETTERS = 1000
SAMPLE = Path("samples/serge-diary/transcription.txt").read_bytes()


def convert(path):
    return [RUBRICATE, "convert", "--quiet", "--jobs", "1", path]


def beside_pandoc():
    path = file("diary-100.txt", SAMPLE * 100)
    pandoc = pypandoc.get_pandoc_path()
    size = path.stat().st_size / MEGABYTE
    ours, our_memory = best(convert(path))
    theirs, their_memory = best([pandoc, "-f", "markdown", "-t", "tei", path])
    table(f"the diary 100 times, {size:.1f} MB", "CPU s", "peak MB")
    row("rubricate convert", f"{ours:.3f}", f"{our_memory / MEGABYTE:.0f}")
    row(f"pandoc {pypandoc.get_pandoc_version()}, -f markdown -t tei", f"{theirs:.3f}", f"{their_memory / MEGABYTE:.0f}")
    row("ratio", f"{theirs / ours:.1f}", f"{their_memory / our_memory:.1f}")


def growth():
    table("MB", "CPU s", "MB/s", "peak MB", "peak / input")
    for megabytes in (1, 2, 5, 10, 20, 50, 100):
        text = SAMPLE * (megabytes * MEGABYTE // len(SAMPLE) + 1)
        path = file("growth.txt", text[: megabytes * MEGABYTE])
        seconds, memory = best(convert(path), 3 if megabytes <= 10 else 1)
        rate, share = megabytes / seconds, memory / (megabytes * MEGABYTE)
        row(megabytes, f"{seconds:.2f}", f"{rate:.0f}", f"{memory / MEGABYTE:.0f}", f"{share:.1f}")


def many_letters():
    letter = Path("samples/typed-letter/transcription.txt").read_bytes()
    directory = WORK / "letters"
    directory.mkdir(exist_ok=True)
    for number in range(LETTERS):
        (directory / f"letter-{number:04}.txt").write_bytes(letter)
    seconds, _ = best(convert(directory) + ["--out-dir", WORK / "letters-tei"], 3)
    table("", "")
    row(f"each of {LETTERS} letters of {len(letter)} bytes", f"{seconds / LETTERS * 1000:.1f} ms CPU")


def single_numbers():
    diary, _ = best(convert(file("diary.txt", SAMPLE)), 20)
    start, _ = best([RUBRICATE, "--version"], 20)
    line = SAMPLE.replace(b"\n", b" ") * (50 * MEGABYTE // len(SAMPLE))
    long_line, long_memory = best(convert(file("line.txt", line)), 1)
    table("", "")
    row("the diary, whole process", f"{diary * 1000:.0f} ms CPU")
    row("start and end of the process", f"{start * 1000:.0f} ms CPU")
    row("one line of 50 MB", f"{long_line:.1f} s CPU, {long_memory / MEGABYTE:.0f} MB")
    row("size of the program", f"{os.path.getsize(RUBRICATE) / MEGABYTE:.1f} MB")


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    print(machine())
    beside_pandoc()
    growth()
    many_letters()
    single_numbers()
