"""Writes the bundled data sets and the hashes that the tests compare them by, both as scikit-learn has them.

    pip install -r runner/src/test/python/bundled/requirements.txt
    python3 runner/src/test/python/bundled/bundled.py

Run it from the root. A file has a row with the names of the features and of the target, then a row an example, with the
class by its name. A hash is SHA-256 over the inputs, row by row, and then the targets, all as little-endian float64.
Of StratifiedKFold the tests know how many examples of each class a fold has.
"""

import hashlib
from pathlib import Path

import numpy as np
from sklearn import datasets
from sklearn.model_selection import StratifiedKFold

RESOURCES = Path("runner/src/main/resources/gridrun/data")
HASHES = Path("runner/src/test/resources/gridrun/data/bundled.txt")
FOLD_COUNTS = HASHES.with_name("folds.txt")
FOLDS = {"iris": 5, "wine": 4, "breast_cancer": 10, "digits": 3}

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


def fold_counts(data, folds):
    for _, held in StratifiedKFold(folds).split(data.data, data.target):
        counts = np.bincount(data.target[held], minlength=data.target.max() + 1)
        yield "[" + ",".join(map(str, counts)) + "]"


def main():
    HASHES.parent.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, (data, target) in SETS.items():
        (RESOURCES / f"{name}.csv").write_text("\n".join(rows(data, target)) + "\n")
        lines.append(f"{name} {data.data.shape[0]} {data.data.shape[1]} {sha256(data)}")
    HASHES.write_text("\n".join(lines) + "\n")
    FOLD_COUNTS.write_text("".join(
        f"{name} {folds}: {' '.join(fold_counts(SETS[name][0], folds))}\n" for name, folds in FOLDS.items()))


if __name__ == "__main__":
    main()
