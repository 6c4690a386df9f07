"""Writes the golden values that the tests of gridrun.statistics compare with: SciPy's and statsmodels' on the figures
that the studies in experiments/ have recorded.

Run it anywhere; it reads recorded.csv and writes golden.csv, both in runner/src/test/resources/gridrun/statistics, and
writes twice the same:

    python3 -m venv venv && venv/bin/pip install -r runner/src/test/python/golden/requirements.txt
    venv/bin/python -P runner/src/test/python/golden/statistics.py

Neither build nor tests run it.
"""

import csv
import warnings
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestPower

HERE = Path(__file__).resolve().parents[2] / "resources/gridrun/statistics"
RESAMPLES = 1000


def recorded():
    """study -> (goal, configuration -> values by seed), in the order of the file."""
    studies, goals = defaultdict(lambda: defaultdict(dict)), {}
    with open(HERE / "recorded.csv", newline="") as file:
        for row in csv.DictReader(file):
            goals[row["study"]] = row["goal"]
            studies[row["study"]][row["configuration"]][int(row["seed"])] = float(row["value"])
    return {study: (goals[study], {name: np.array([values[s] for s in sorted(values)])
                                   for name, values in configurations.items()})
            for study, configurations in studies.items()}


def indices(n):
    """The resamples' indices: a generator that any language has in a line (ANSI C's example)."""
    state, chosen = 1, np.empty((RESAMPLES, n), dtype=int)
    for i in range(RESAMPLES):
        for j in range(n):
            state = (1103515245 * state + 12345) % 2**31
            chosen[i, j] = (state >> 16) % n
    return chosen


def bootstrap(values, confidence):
    class Drawn:
        bootstrap_distribution = values[indices(len(values))].mean(axis=1)

    found = stats.bootstrap((values,), np.mean, n_resamples=0, bootstrap_result=Drawn, confidence_level=confidence,
                            method="BCa").confidence_interval
    return found.low, found.high


def power(effect, n, level):
    """statsmodels' power; where SciPy cannot compute the improbable tail, that of the other one alone."""
    both = TTestPower().power(effect, n, level)
    return stats.nct.sf(stats.t.isf(level / 2, n - 1), n - 1, effect * np.sqrt(n)) if np.isnan(both) else both


def pairs(difference):
    """What a test of one sample of differences comes to, by the name of the quantity."""
    n = len(difference)
    rounded = np.round(difference, 12)  # equal figures of examples counted differ by rounding
    yield "t_p", stats.ttest_rel(difference, np.zeros(n)).pvalue
    for confidence in (0.9, 0.95, 0.99):
        low, high = stats.ttest_1samp(difference, 0).confidence_interval(confidence)
        yield f"t_low_{confidence}", low
        yield f"t_high_{confidence}", high
    nonzero = rounded[rounded != 0]
    exact = stats.PermutationMethod(n_resamples=np.inf)  # SciPy's own exact method knows no ties
    yield "wilcoxon_p", stats.wilcoxon(nonzero, method=exact).pvalue if len(nonzero) > 1 else 1.0
    yield "sign_flip_p", stats.permutation_test((rounded,), np.sum, permutation_type="samples",
                                                n_resamples=np.inf).pvalue
    low, high = bootstrap(difference, 0.95)
    yield "bootstrap_low", low
    yield "bootstrap_high", high
    effect = difference.mean() / difference.std(ddof=1)
    yield "effect", effect
    for level in (0.05, 0.01):
        if abs(effect) < 15:  # beyond, SciPy's noncentral t distribution has no values
            yield f"power_{level}", power(abs(effect), n, level)
            yield f"pairs_{level}", next(
                (m for m in range(2, 3001) if power(abs(effect), m, level) >= 0.8), float("nan"))


def write():
    rows = []
    for study, (goal, configurations) in recorded().items():
        best = (max if goal == "maximize" else min)(configurations, key=lambda name: configurations[name].mean())
        others, ps = [], []
        for name, values in configurations.items():
            difference = values - configurations[best]
            if name == best or np.ptp(np.round(difference, 12)) == 0:
                continue
            found = dict(pairs(difference))
            rows += [(study, best, name, quantity, value) for quantity, value in found.items()]
            others.append(name)
            ps.append(found["t_p"])
        for name, p in zip(others, multipletests(ps, method="holm")[1]):
            rows.append((study, best, name, "holm_p", p))
    for freedom, noncentrality, t in ((1, 0.5, 12.7), (4, 0, 1), (4, 2.5, 2.776), (9, -1, 0.3), (39, 2.9, 2.02),
                                      (4, 3, -1.5), (200, 10, 9)):
        rows.append((freedom, noncentrality, t, "noncentral_t", stats.nct.cdf(t, freedom, noncentrality)))
    for one, other in ((1, 5), (0, 6), (10, 2), (3, 3), (0, 0), (24, 0), (12, 25), (15, 40), (100, 130), (13, 12)):
        rows.append(("", one, other, "mcnemar", mcnemar([[50, one], [other, 50]], exact=one + other < 25).pvalue))
    with open(HERE / "golden.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("study", "best", "configuration", "quantity", "value"))
        writer.writerows((*row[:-1], repr(float(row[-1])).replace("nan", "NaN")) for row in rows)


if __name__ == "__main__":
    warnings.simplefilter("error")
    write()
