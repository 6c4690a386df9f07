"""Writes golden values of metrics: what scikit-learn's r2_score and root_mean_squared_error make of answers to real targets.

It needs scikit-learn alone, and is run by itself, like golden.py:

    venv/bin/python engine/src/test/python/golden/metrics.py

The answers are `y = x w + b` in numbers that every float holds exactly.
"""

import pathlib
import zlib

import numpy as np
import sklearn
from sklearn.metrics import r2_score, root_mean_squared_error

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources" / "gridrun" / "golden"


def rounded(values):
    return np.round(values * 32) / 32


def line(name, values):
    values = np.asarray(values, dtype=np.float64)
    shape = "x".join(map(str, values.shape)) or "1"
    return " ".join([name, shape, *map("{:.9g}".format, values.reshape(-1))])


def case(name, x, targets, weight=1.0, bias=0.0):
    answers = x * weight + bias
    return [f"case {name}", line("x", x), line("weight", weight), line("bias", bias), line("target", targets),
            line("rmse", root_mean_squared_error(targets, answers)), line("r2", r2_score(targets, answers))]


if __name__ == "__main__":
    draws = np.random.default_rng(zlib.crc32(b"metrics"))
    x = rounded(draws.normal(0, 2, 300))
    targets = rounded(x + draws.normal(0, 1, 300))
    middle = np.argsort(targets)[140:160]  # targets that hardly differ: the whole part's variance is none of theirs
    lines = [f"# Written by metrics.py with scikit-learn {sklearn.__version__} in float64; not to be edited.",
             *case("whole", x, targets), *case("narrow", x[middle], targets[middle]),
             *case("far_from_zero", x + 4096, targets + 4096), *case("worse_than_the_mean", x, targets, -0.5, 3),
             *case("constant_and_met", x[:8], np.full(8, 1.25), 0, 1.25),
             *case("constant_and_missed", x[:8], np.full(8, 1.25))]
    (RESOURCES / "metrics.txt").write_text("\n".join(lines) + "\n")
