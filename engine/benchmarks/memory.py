"""The peak of what each experiment's process has in memory, beside PyTorch and JAX that train the largest of its nets.

    mvn -q -DskipTests package
    python3 engine/benchmarks/peers.py --setup          # once
    python3 engine/benchmarks/memory.py --data DIR      # DIR/mnist/*.gz is there; a Markdown table on the standard output

Gridrun runs the whole experiment with the JVM's defaults, stores and draws; `--with epochs=2` changes it for all, `--java` may
have flags ("java -Xmx128m"). A peer holds all examples in float32 and trains two epochs of batches. A figure is the resident
size at its largest, in MB, as the kernel counts it.
"""

import argparse
import os
import shlex
import sys
import tempfile
from pathlib import Path

from memory_nets import NETS
from peers import HERE, ROOT, java_version, processor, python

# Gridrun's exit code where everything ran and an expectation was missed, as it is in short runs.
MISSED = 3
PEERS = {"PyTorch": "memory_pytorch.py", "JAX": "memory_jax.py"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=HERE / ".venv", help="where the virtual environment is")
    parser.add_argument("--java", action="append", help="a JVM that runs Gridrun, with its flags; may be given several times")
    parser.add_argument("--data", required=True, help="Gridrun's data directory, with MNIST")
    parser.add_argument("--only", default="", metavar="NAME,..", help="experiments whose names begin so")
    parser.add_argument("--with", dest="changes", default="", metavar="KEY=VALUE,..", help="changes to every experiment")
    options = parser.parse_args()
    javas = options.java or ["java"]
    titles = [*(f"Gridrun, {title(java)}" for java in javas), *PEERS]
    print(f"{processor()}, {len(os.sched_getaffinity(0))} cores; MB at the peak; {options.changes or 'as they are'}.\n")
    print("| experiment | " + " | ".join(titles) + " |\n| --- |" + " ---: |" * len(titles), flush=True)
    for name in NETS:
        if any(name.startswith(only) for only in options.only.split(",")):
            peaks = [gridrun(java, name, options) for java in javas]
            peaks += [peak([python(options.venv), HERE / script, name]) for script in PEERS.values()]
            print(f"| {name} | " + " | ".join(f"{value:,.0f}" if value else "–" for value in peaks) + " |", flush=True)


def title(java):
    command, *flags = shlex.split(java)
    return " ".join((java_version(command), *flags))


def gridrun(java, name, options):
    with tempfile.TemporaryDirectory() as results:
        return peak([*shlex.split(java), "-jar", ROOT / "runner.jar", ROOT / "experiments" / f"{name}.yaml", "tracking=none",
                     *filter(None, options.changes.split(",")), "--quiet", "--data-dir", options.data, "--results-dir", results])


def peak(command):
    """The largest resident size of a process in MB; None, with a word, where it failed."""
    words = [str(word) for word in command]
    nowhere = os.open(os.devnull, os.O_RDWR)
    pid = os.posix_spawnp(words[0], words, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, to) for to in (0, 1, 2)])
    os.close(nowhere)
    _, status, usage = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, MISSED):
        print(f"ended with {code}: {' '.join(words)}", file=sys.stderr)
        return None
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
