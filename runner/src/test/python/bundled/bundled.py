"""Writes the bundled data sets and the hashes that the tests compare them by, both as scikit-learn has them.

    pip install -r runner/src/test/python/bundled/requirements.txt
    python3 runner/src/test/python/bundled/bundled.py

Run it from the root. A file has a row with the names of the features and of the target, then a row an example, with the
class by its name. A hash is SHA-256 over the inputs, row by row, and then the targets, all as little-endian float64.
"""

import hashlib
from pathlib import Path

import numpy as np
from sklearn import datasets

RESOURCES = Path("runner/src/main/resources/gridrun/data")
HASHES = Path("runner/src/test/resources/gridrun/data/bundled.txt")

SETS = {
    "iris": (datasets.load_iris(), "species"),
    "wine": (datasets.load_wine(), "cultivar"),
    "breast_cancer": (datasets.load_breast_cancer(), "diagnosis"),
    "digits": (datasets.load_digits(), "digit"),
    "diabetes": (datasets.load_diabetes(scaled=False), "progression"),
}


def number(value):
    """The shortest text that gives the same float64 again."""
    return repr(float(value)).removesuffix(".0")


def rows(data, target):
    names = data.get("target_names")
    yield ",".join([*map(str, data.feature_names), target])
    for features, label in zip(data.data, data.target):
        yield ",".join([*map(number, features), number(label) if names is None else str(names[label])])


def sha256(data):
    inputs = np.ascontiguousarray(data.data, dtype="<f8").tobytes()
    return hashlib.sha256(inputs + np.ascontiguousarray(data.target, dtype="<f8").tobytes()).hexdigest()


def main():
    HASHES.parent.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, (data, target) in SETS.items():
        (RESOURCES / f"{name}.csv").write_text("\n".join(rows(data, target)) + "\n")
        lines.append(f"{name} {data.data.shape[0]} {data.data.shape[1]} {sha256(data)}")
    HASHES.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
