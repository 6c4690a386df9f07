"""Golden values of the corrected resampled t-test (Nadeau and Bengio, 2003), by SciPy's t distribution.

    pip install numpy scipy
    python3 runner/src/test/python/golden/resampled.py

Run it from the root. Writes p, the ends of the 95 % interval and the differences of the pairs: of folds behind their
number and that of the seeds, of random splits behind the examples of the validation and of the training part.
"""

from pathlib import Path

import numpy as np
from scipy import stats

OUT = Path("runner/src/test/resources/gridrun/comparison")

# The README's example: the accuracy of sgd less that of adam, with 100 of 333 penguins for validation.
PENGUINS = np.array([-0.01, 0.0, -0.02, -0.01, -0.01, -0.02, -0.01, -0.02, -0.01, -0.01])


def row(of, overlap, differences):
    n = len(differences)
    error = differences.std(ddof=1) * np.sqrt(1 / n + overlap)
    p = 2 * stats.t.sf(abs(differences.mean() / error), n - 1)
    low, high = stats.t.interval(0.95, n - 1, loc=differences.mean(), scale=error)
    return ",".join(map(repr, [*of, *map(float, (p, low, high, *differences))])) + "\n"


def random(n, rng):
    return np.round(rng.normal(0.01, 0.02, n), 4)


def main():
    rng = np.random.default_rng(16)
    OUT.mkdir(parents=True, exist_ok=True)
    folds = [(2, 2), (5, 1), (5, 3), (10, 1), (10, 10), (3, 7)]
    OUT.joinpath("resampled.csv").write_text(
        "".join(row((k, s), 1 / (k - 1), random(k * s, rng)) for k, s in folds))
    splits = [(40, 160, 5), (30, 120, 20), (1, 2, 3), (50, 50, 40)]
    OUT.joinpath("splits.csv").write_text(row((100, 233), 100 / 233, PENGUINS) + "".join(
        row((held, left), held / left, random(n, rng)) for held, left, n in splits))


if __name__ == "__main__":
    main()
