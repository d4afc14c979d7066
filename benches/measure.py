"""CPU time and peak memory of whole processes, and tables of them."""

import os
import platform
import subprocess
import sys
from pathlib import Path

RUBRICATE = "target/release/rubricate"
WORK = Path("target/peers")
RUNS = 5
MEGABYTE = 1_000_000


def once(command):
    """CPU seconds, user and system, and peak memory in bytes of one run."""
    with open(os.devnull, "wb") as nothing:
        child = subprocess.Popen(command, stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {child.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def best(command, runs=RUNS):
    """The least CPU seconds and the least peak memory of some runs."""
    seconds, memory = zip(*(once(command) for _ in range(runs)))
    return min(seconds), min(memory)


def file(name, content):
    path = WORK / name
    path.write_bytes(content)
    return path


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def table(*heads):
    print()
    row(*heads)
    row(*("---" for _ in heads))


def machine():
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
