"""Measures from the command line to results, start-up and warm-up included, beside PyTorch and JAX.

    python3 engine/benchmarks/startup.py            # a Markdown table; peers.py --setup makes the environment

Whole processes are timed, Gridrun and the peers in turns, pinned to one core or allowed all of them; the table has the median of
the rounds. Gridrun writes everything it always writes, into an empty results directory, and contacts no MLflow. The peers do as
much as leads to the same numbers: they read or make the same data, train the same nets as long, and evaluate after every epoch;
they draw and store nothing. A plan of a grid they have not got.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peers import HERE, ROOT, java_version, median, processor, python

GRID = ["experiments/lr-sweep.yaml", "learning_rate={min: 0.001, max: 0.1, log: true, count: 20}", "batch_size=8,16,32,64,128",
        "activation=relu,tanh,sigmoid,gelu,elu", "noise=0.05,0.1,0.15,0.2", "seeds=5", "--validate"]
# By what is waited for: Gridrun's command line, and the peers' name of it.
TASKS = {
    "first epoch of mnist-mlp": (["experiments/mnist-mlp.yaml", "epochs=1", "~expect", "--quiet"], "mnist-mlp"),
    "lr-sweep, 20 runs": (["experiments/lr-sweep.yaml", "--quiet"], "lr-sweep"),
    "plan of 10,000 runs": (GRID, None),
}
PEERS = {"PyTorch": "startup_pytorch.py", "JAX": "startup_jax.py"}


def main():
    options = parsed()
    everything = sorted(os.sched_getaffinity(0))
    for cores in ([everything[-1:]] if options.cores != "all" else []) + ([everything] if options.cores != "one" else []):
        print(markdown(measured(cores, options), cores, options), flush=True)


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=HERE / ".venv", help="where the virtual environment is")
    parser.add_argument("--java", action="append", help="a JVM to run Gridrun with; may be repeated")
    parser.add_argument("--jar", type=Path, default=ROOT / "runner.jar")
    parser.add_argument("--data", type=Path, required=True, help="the data directory, with mnist/*.gz in it")
    parser.add_argument("--cores", choices=("one", "all", "both"), default="both")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    options.java = options.java or ["java"]
    return options


def commands(options):
    """The command of each task by the title of its column."""
    for task, (arguments, name) in TASKS.items():
        yield task, {
            **{java_version(java): [java, "-jar", options.jar, *arguments, "tracking=none"] for java in options.java},
            **{title: [python(options.venv), HERE / script, name] for title, script in PEERS.items() if name}}


def measured(cores, options):
    """Seconds by task and title, a list over the rounds."""
    seconds = {}
    for round_ in range(options.rounds):
        for task, columns in commands(options):
            for title, command in columns.items():
                print(f"round {round_ + 1} of {options.rounds}, {len(cores)} cores: {task}, {title}", file=sys.stderr)
                seconds.setdefault(task, {}).setdefault(title, []).append(timed(command, cores, options))
    return seconds


def timed(command, cores, options):
    with tempfile.TemporaryDirectory() as results:
        environment = {**os.environ, "GRIDRUN_DATA_DIR": str(options.data), "GRIDRUN_RESULTS_DIR": results}
        began = time.perf_counter()
        subprocess.run([str(word) for word in command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL,
                       preexec_fn=lambda: os.sched_setaffinity(0, cores))
        return time.perf_counter() - began


def markdown(seconds, cores, options):
    titles = [*(java_version(java) for java in options.java), *PEERS]
    lines = [f"On {'one core' if len(cores) == 1 else f'all {len(cores)} cores'}; {processor()}; "
             f"the median of {options.rounds} rounds, in seconds.", "",
             "| to the end of the | " + " | ".join(titles) + " |", "| --- |" + " ---: |" * len(titles)]
    for task, columns in seconds.items():
        cells = [f"{median(columns[title]):.2f}" if title in columns else "–" for title in titles]
        lines.append(f"| {task} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
