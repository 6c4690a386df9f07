"""How much a step differs between processes, with what the host does at the time taken out.

    mvn -q -DskipTests package
    python3 engine/benchmarks/processes.py      # a Markdown table on the standard output

Processes that are measured one after the other see the host in different states. So all processes of a workload are there at
once, on one core, and take turns of five seconds: one works, the others are stopped. Each ends when it has found no better
epoch for `--seconds` of its own turns, and tells its best one, which no stop has fallen into.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from peers import ROOT, java_version, processor, shown
from turns import answers
from workloads import STEPS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", default="java", help="the JVM to run Gridrun with")
    parser.add_argument("--jar", type=Path, default=ROOT / "runner.jar")
    parser.add_argument("--only", default="", metavar="NAME,..", help="workloads whose names begin so")
    parser.add_argument("--processes", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=6, help="of its own turns in which a process finds nothing better")
    options = parser.parse_args()
    print(f"{processor()}; {java_version(options.java)}; {options.processes} processes in turns on one core.\n")
    print("| workload | each process | apart |\n| --- | ---: | ---: |", flush=True)
    for name in STEPS:
        if any(name.startswith(only) for only in options.only.split(",")):
            found = sorted(measured(name, options))
            print(f"| {name} | {', '.join(shown(name, one) for one in found)} | {found[-1] / found[0] - 1:.1%} |", flush=True)


def measured(name, options):
    """Microseconds a step, one figure a process."""
    command = [options.java, "-jar", options.jar, "bench", "--only", name, "--format", "json",
               "--seconds", options.seconds * options.processes]
    out = answers([(command, {})] * options.processes, [max(os.sched_getaffinity(0))])
    return [json.loads(one)[0]["value"] for one in out if one] or sys.exit("no process could measure it")


if __name__ == "__main__":
    main()
