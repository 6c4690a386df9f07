"""Measures what many small runs cost beside their training, and what other tools need for the same nets or for none.

    python3 engine/benchmarks/peers.py --setup      # once
    python3 engine/benchmarks/small_runs.py         # two Markdown tables on the standard output

Whole processes are timed, Gridrun and the others in turns on the same cores; the median of the rounds counts. Gridrun trains
tiny-runs.yaml into an empty results directory and writes all that it always writes: its table is there earlier, before the
pictures and the report are. The peers train the same 500 nets of 2-8-1 on
as many data sets, and store nothing. Optuna, with its trials in SQLite, and Ray Tune call an objective that returns its parameter:
what a trial costs before anything is trained. Ray starts a process for each, so it has 50.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peers import HERE, ROOT, java_version, median, processor, python

FILE = HERE / "tiny-runs.yaml"
MANY = "seeds=2000"
# Until the end: ext4 without a journal looks long for a new file's place where many were deleted just before.
KEPT = tempfile.TemporaryDirectory()
NETS = 500
# By title: the name in small_runs_peers.py, and how many nets or trials.
PEERS = {"PyTorch, one net after the other": ("pytorch", NETS), "JAX, vmapped, compiled once": ("jax", NETS),
         "scikit-learn with joblib": ("sklearn", NETS), "Optuna, nothing trained": ("optuna", NETS),
         "Ray Tune, nothing trained": ("ray", 50)}


def main():
    options = parsed()
    seconds, tables, versions = {}, {}, {}
    for round_ in range(options.rounds):
        for title, command in commands(options):
            print(f"round {round_ + 1} of {options.rounds}: {title}", file=sys.stderr)
            taken, table, lines = timed(command)
            seconds.setdefault(title, []).append(taken)
            tables.setdefault(title, []).append(table)
            versions.setdefault(title, lines[-1] if title in PEERS else "")
    print(peers_table(seconds, tables, versions, options))
    print(many_table(options))


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=HERE / ".venv", help="where the virtual environment is")
    parser.add_argument("--java", action="append", help="a JVM to run Gridrun with; may be repeated")
    parser.add_argument("--jar", type=Path, default=ROOT / "runner.jar")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    options.java = options.java or ["java"]
    return options


def gridrun(java, options, *arguments):
    return [java, "-jar", options.jar, *arguments]


def commands(options):
    for java in options.java:
        yield f"Gridrun, {java_version(java)}", gridrun(java, options, FILE)
    for title, (name, count) in PEERS.items():
        yield title, [python(options.venv), HERE / "small_runs_peers.py", name, count]


def timed(command, results=None):
    """Seconds to the end, seconds to the table's head, and the lines that it printed."""
    empty = tempfile.mkdtemp(dir=KEPT.name)
    environment = {**os.environ, "GRIDRUN_RESULTS_DIR": str(results or empty)}
    began = time.perf_counter()
    table, lines = None, []
    with subprocess.Popen([str(word) for word in command], cwd=empty, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        for line in process.stdout:
            lines.append(line.rstrip())
            if table is None and line.startswith("rank "):
                table = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    taken = time.perf_counter() - began
    return taken, table or taken, lines


def peers_table(seconds, tables, versions, options):
    cores = len(os.sched_getaffinity(0))
    lines = [f"On {cores} cores; {processor()}; the median of {options.rounds} rounds.", "",
             "| | nets or trials | s to the table | s to the end | ms each | version |",
             "| --- | ---: | ---: | ---: | ---: | --- |"]
    for title, taken in seconds.items():
        count = PEERS[title][1] if title in PEERS else NETS
        lines.append(f"| {title} | {count} | {median(tables[title]):.1f} | {median(taken):.1f} "
                     f"| {1000 * median(taken) / count:.0f} | {versions[title]} |")
    return "\n".join(lines) + "\n"


def many_table(options):
    """10,000 runs: trained, asked for again, and shown."""
    lines = ["10,000 runs, in seconds; where there are two figures, to the table and to the end.", "", "| | " + " | ".join(map(java_version, options.java)) + " |",
             "| --- |" + " ---: |" * len(options.java)]
    columns = [many(java, options) for java in options.java]
    for row in columns[0]:
        lines.append(f"| {row} | " + " | ".join(column[row] for column in columns) + " |")
    return "\n".join(lines) + "\n"


def many(java, options):
    results, column = tempfile.mkdtemp(dir=KEPT.name), {}
    for row, arguments in {"planned (`--validate`)": [FILE, MANY, "--validate"], "trained": [FILE, MANY],
                           "the same command again": [FILE, MANY], "`results`": ["results", "tiny-runs"]}.items():
        taken, table, _ = timed(gridrun(java, options, *arguments), results)
        column[row] = f"{taken:.1f}" if row.startswith(("planned", "`results`")) else f"{table:.1f}, {taken:.1f}"
        if row == "trained":
            files = sum(file.stat().st_size for file in Path(results).rglob("*") if file.is_file())
            column["kB of files and database a run"] = f"{files / 10_000_000:.1f}"
    return column


if __name__ == "__main__":
    main()
