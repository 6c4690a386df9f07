"""Golden values of the corrected resampled t-test (Nadeau and Bengio, 2003), by SciPy's t distribution.

    pip install numpy scipy
    python3 runner/src/test/python/golden/resampled.py

Run it from the root. Writes folds, seeds, p, the ends of the 95 % interval and the differences of the pairs.
"""

from pathlib import Path

import numpy as np
from scipy import stats

OUT = Path("runner/src/test/resources/gridrun/comparison/resampled.csv")


def row(folds, seeds, rng):
    differences = np.round(rng.normal(0.01, 0.02, folds * seeds), 4)
    n = len(differences)
    error = differences.std(ddof=1) * np.sqrt(1 / n + 1 / (folds - 1))
    p = 2 * stats.t.sf(abs(differences.mean() / error), n - 1)
    low, high = stats.t.interval(0.95, n - 1, loc=differences.mean(), scale=error)
    return ",".join(map(repr, [folds, seeds, *map(float, (p, low, high, *differences))]))


def main():
    rng = np.random.default_rng(16)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("".join(row(k, s, rng) + "\n" for k, s in [(2, 2), (5, 1), (5, 3), (10, 1), (10, 10), (3, 7)]))


if __name__ == "__main__":
    main()
