"""Measures how fast a trained 2-64-32-1 answers, beside ONNX Runtime with the same weights in the same JVM.

    mvn -q -DskipTests package
    python3 engine/benchmarks/peers.py --setup      # once; ONNX Runtime's jar is taken from Maven's repository
    python3 engine/benchmarks/serving.py            # a Markdown table on the standard output

The net is trained, its weights are written as an ONNX graph, and both answer the same rows on one core, in turns: one row a call,
and 1,024 rows a call. The best sample of some milliseconds counts, the median of the rounds stands in the table.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from peers import HERE, ROOT, java_version, median, processor

ONNX_RUNTIME = "com.microsoft.onnxruntime:onnxruntime:1.29.0"
DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
TRAIN = ["experiments/lr-sweep.yaml", "learning_rate=0.1", "epochs=20", "seeds=1", "~expect", "tracking=none", "--quiet"]
LAYERS = ("dense_1", "dense_2", "output")


def main():
    options = parsed()
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([options.java[0], "-jar", options.jar, *TRAIN, "--results-dir", directory], check=True, cwd=ROOT,
                       stdout=subprocess.DEVNULL)
        run = next(Path(directory, "runs").iterdir())
        subprocess.run([options.venv / "bin" / "python", __file__, "--export", run], check=True)
        subprocess.run(["mvn", "-q", DEPENDENCY_PLUGIN + ":copy", f"-Dartifact={ONNX_RUNTIME}",
                        f"-DoutputDirectory={directory}"], check=True, cwd=directory)
        jars = os.pathsep.join([str(options.jar), *map(str, Path(directory).glob("onnxruntime*.jar"))])
        found = {java: [] for java in options.java}
        for round_ in range(options.rounds):
            for java in options.java:
                print(f"round {round_ + 1} of {options.rounds}: {java_version(java)}", file=sys.stderr)
                found[java].append(serve(java, jars, run, options.seconds))
    print(markdown(found))


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=HERE / ".venv", help="where the virtual environment is")
    parser.add_argument("--java", action="append", help="a JVM to serve with; may be repeated")
    parser.add_argument("--jar", type=Path, default=ROOT / "runner.jar")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.0, help="of each turn, of which a figure has four")
    parser.add_argument("--export", type=Path, metavar="DIRECTORY", help="write a run's net.onnx, and nothing else")
    options = parser.parse_args()
    if options.export:
        export(options.export)
        sys.exit()
    options.java = options.java or ["java"]
    return options


def export(run):
    """Writes a run's weights as the graph of its network."""
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    weights = np.load(run / "weights.npz")
    nodes, constants, below = [], [], "x"
    for layer in LAYERS:
        constants += [numpy_helper.from_array(weights[f"{layer}.{name}"], f"{layer}.{name}") for name in "Wb"]
        nodes.append(helper.make_node("Gemm", [below, f"{layer}.W", f"{layer}.b"], [layer]))
        below = "p" if layer == LAYERS[-1] else layer + "_activated"
        nodes.append(helper.make_node("Sigmoid" if below == "p" else "Relu", [layer], [below]))
    graph = helper.make_graph(nodes, "mlp", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["rows", 2])],
                              [helper.make_tensor_value_info("p", TensorProto.FLOAT, ["rows", 1])], constants)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), run / "net.onnx")


def serve(java, jars, run, seconds):
    core = sorted(os.sched_getaffinity(0))[-1:]
    done = subprocess.run([java, "--add-modules", "jdk.incubator.vector", "-cp", jars, HERE / "Serving.java", run,
                           run / "net.onnx", str(seconds)], check=True, capture_output=True, text=True,
                          preexec_fn=lambda: os.sched_setaffinity(0, core))
    answer = json.loads(done.stdout)
    if answer["difference"] > 1e-6:
        sys.exit(f"the answers differ by {answer['difference']}")
    return answer


def markdown(found):
    first = next(iter(found.values()))
    lines = [f"On one core; {processor()}; ONNX Runtime {first[0]['version']}; the median of {len(first)} rounds.", "",
             "| 2-64-32-1, µs a row | Gridrun | ONNX Runtime | |", "| --- | ---: | ---: | ---: |"]
    for java, answers in found.items():
        for title, name in (("one row a call", "row"), ("1,024 rows a call", "batch")):
            own, other = (median([answer[name][side] for answer in answers]) for side in (0, 1))
            lines.append(f"| {title}, {java_version(java)} | {own:.3g} | {other:.3g} | {other / own:.2f}x |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
