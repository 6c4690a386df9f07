"""Measures the workloads of `java -jar runner.jar bench` with PyTorch, JAX, NumPy and scikit-learn, beside bench itself.

    mvn -q -DskipTests package
    python3 engine/benchmarks/peers.py --setup      # once: a virtual environment beside this file, from requirements.txt
    python3 engine/benchmarks/peers.py              # a Markdown table on the standard output

Every figure is taken in a process of its own, pinned to one core (`--cores one`) or allowed all of them (`--cores all`). The
processes of a row run at once, in turns of five seconds, but for those of many nets at a time; `--rounds` times over, and the
table has the median of the rounds. In each process the best sample counts, an epoch or some products, once none was better by 1 %
for `--seconds` of its turns. All train the same: the net, the batch, Adam in float32, and an epoch's work, which is
shuffling, gathering, loss and update. Behind a peer's figure stands how many times faster Gridrun is.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import venv
from pathlib import Path

from turns import answers
from workloads import PRODUCTS, STEPS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Of the nets that one call of JAX trains at once: as many as a grid of runs may have.
NETS = "20"
# By the title of its column: the script, and what it finds in its environment.
PEERS = {
    "PyTorch": ("peer_pytorch.py", {}),
    "PyTorch, compiled": ("peer_pytorch.py", {"COMPILED": "1"}),
    "JAX": ("peer_jax.py", {}),
    f"JAX, {NETS} nets vmapped": ("peer_jax.py", {"NETS": NETS}),
    "NumPy": ("peer_numpy.py", {}),
    "scikit-learn": ("peer_sklearn.py", {}),
}
GRIDRUN = "Gridrun"
# What holds everybody to the vectors of AVX2: oneDNN, MKL, PyTorch's own kernels, OpenBLAS, NumPy and XLA each by its own.
# JAX's products heed none of it: they reach 145 GFLOP/s where the ceiling of 256 bits is 87.
AVX2 = {
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "MKL_ENABLE_INSTRUCTIONS": "AVX2",
    "ATEN_CPU_CAPABILITY": "avx2",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "XLA_FLAGS": "--xla_cpu_max_isa=AVX2",
}
# What Java takes by itself where it has two cores and more; held to one, it would take another.
COLLECTOR = "-XX:+UseG1GC"
AVX2_JAVA = ["-XX:UseAVX=2"]


def main():
    options = parsed()
    if options.setup:
        return set_up(options.venv)
    if not python(options.venv).exists():
        sys.exit(f"there is no environment in {options.venv}; --setup makes one")
    names = [name for name in (*STEPS, *PRODUCTS) if any(name.startswith(only) for only in options.only.split(","))]
    titles = [title for title in PEERS if any(only in title.lower() for only in options.peers.lower().split(","))]
    if not names or not titles:
        sys.exit(f"nothing to measure; there are {', '.join((*STEPS, *PRODUCTS))} by {', '.join(PEERS)}")
    everything = sorted(os.sched_getaffinity(0))
    for cores in ([everything[-1:]] if options.cores != "all" else []) + ([everything] if options.cores != "one" else []):
        figures, versions = measured(names, titles, cores, options)
        print(markdown(names, titles, figures, versions, cores, options), flush=True)


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--setup", action="store_true", help="make the virtual environment, and nothing else")
    parser.add_argument("--venv", type=Path, default=HERE / ".venv", help="where the virtual environment is")
    parser.add_argument("--java", default="java", help="the JVM that runs bench")
    parser.add_argument("--jar", type=Path, default=ROOT / "runner.jar")
    parser.add_argument("--only", default="", metavar="NAME,..", help="workloads whose names begin so: step, sgemm/512")
    parser.add_argument("--peers", default="", metavar="NAME,..", help="peers whose titles have this: jax,numpy")
    parser.add_argument("--cores", choices=("one", "all", "both"), default="both")
    parser.add_argument("--avx2", action="store_true", help="hold all to vectors of 256 bits, as on a processor without AVX-512")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2.0, help="how long a figure must have got no better")
    return parser.parse_args()


def python(environment):
    return environment / "bin" / "python"


def set_up(environment):
    venv.create(environment, with_pip=True)
    subprocess.run([python(environment), "-m", "pip", "install", "-r", HERE / "requirements.txt"], check=True)


def measured(names, titles, cores, options):
    """All figures by workload and title, a list over the rounds each, and the version of each that was measured."""
    figures = {name: {title: [] for title in (GRIDRUN, *titles)} for name in names}
    versions = {}
    for round_ in range(options.rounds):
        for name in names:
            able = [title for title in (GRIDRUN, *titles) if not round_ or figures[name][title]]
            for group in groups(able):
                print(f"round {round_ + 1} of {options.rounds}, {len(cores)} cores: {name}, {', '.join(group)}", file=sys.stderr)
                for title, (value, version) in zip(group, together(group, name, cores, options)):
                    versions.setdefault(title, version)
                    if value is not None:
                        figures[name][title].append(value)
    return figures, versions


def groups(titles):
    """Those that are measured at once; many nets at a time, whose epoch may take a minute, by themselves."""
    long = [title for title in titles if "NETS" in PEERS.get(title, ("", {}))[1]]
    return [[title for title in titles if title not in long], *([title] for title in long)]


def together(titles, name, cores, options):
    """A figure of each, or None, and the version of a peer; of several processes, each waits for its turns as well."""
    seconds = f"{options.seconds * len(titles):.3f}"
    commands = [bench(name, cores, seconds, options) if title == GRIDRUN else peer(title, name, seconds, options)
                for title in titles]
    for title, out in zip(titles, answers(commands, cores)):
        found = json.loads(out) if out else None
        if title == GRIDRUN:
            yield next((row["value"] for row in found or [] if row["name"] == name), None), None
        else:
            yield (found["value"], found["version"]) if found else (None, None)


def bench(name, cores, seconds, options):
    """The command, and what is in its environment."""
    return [options.java, COLLECTOR, *(AVX2_JAVA if options.avx2 else []), "-jar", options.jar, "bench", "--only", name,
            "--format", "json", "--threads", len(cores), "--seconds", seconds], {}


def peer(title, name, seconds, options):
    """The command, and what is in its environment."""
    script, environment = PEERS[title]
    return [python(options.venv), HERE / script, name, seconds], {**environment, **(AVX2 if options.avx2 else {})}


def markdown(names, titles, figures, versions, cores, options):
    lines = [f"On {'one core' if len(cores) == 1 else f'all {len(cores)} cores'}; {processor(options.avx2)}; "
             f"{java_version(options.java)}; Python {platform.python_version()}; "
             + ", ".join(f"{title} {versions[title]}" for title in titles if versions.get(title))
             + f"; {'one round' if options.rounds == 1 else f'the median of {options.rounds} rounds'}.", "",
             "| workload | " + " | ".join((GRIDRUN, *titles)) + " | to the best |",
             "| --- |" + " ---: |" * (len(titles) + 2)]
    for name in names:
        own = median(figures[name][GRIDRUN])
        ratios = {title: ratio(name, own, median(figures[name][title])) for title in titles}
        cells = [shown(name, own)] + [
            shown(name, median(figures[name][title])) + (f" ({ratios[title]:.2f}x)" if ratios[title] else "")
            for title in titles]
        known = [value for value in ratios.values() if value]
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {f'{min(known):.2f}x' if known else ''} |")
    return "\n".join(lines) + "\n"


def median(values):
    return statistics.median(values) if values else None


def ratio(name, own, other):
    """How many times faster Gridrun is: steps have times, products rates."""
    if own is None or other is None:
        return None
    return other / own if name in STEPS else own / other


def shown(name, value):
    if value is None:
        return "–"
    return f"{value:.3g} µs" if value < 1000 and name in STEPS else f"{value:,.0f} {'µs' if name in STEPS else 'GFLOP/s'}"


def processor(avx2=False):
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    if avx2:
        return f"{model}, held to AVX2"
    vectors = "AVX-512" if any("avx512f" in line for line in lines) else platform.machine()
    return f"{model}, {vectors}"


def java_version(java):
    """Such as JDK 17.0.15: the version that `java -version` has in quotes."""
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    return "JDK " + told.split('"')[1]


if __name__ == "__main__":
    main()
