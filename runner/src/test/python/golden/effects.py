"""Writes what EffectsTest and ComponentsTest compare with: what statsmodels and SciPy compute.

It reads recorded results, results.csv and repeats.csv beside what it writes, below runner/src/test/resources/gridrun/effect:

    python3 -m venv venv && venv/bin/pip install -r runner/src/test/python/golden/requirements.txt
    venv/bin/python runner/src/test/python/golden/effects.py
"""

import pathlib

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats
from statsmodels.formula.api import ols

PLACE = pathlib.Path(__file__).parents[2] / "resources" / "gridrun" / "effect"
AXES = ["learning_rate", "activation", "hidden"]


def sources(results):
    """Sums of squares, F and p of a full grid with the seeds as blocks."""
    formula = "figure ~ " + " * ".join(f"C({axis})" for axis in AXES) + " + C(seed)"
    table = sm.stats.anova_lm(ols(formula, results).fit(), typ=2)
    for source, row in table.iterrows():
        name = source.replace("C(", "").replace(")", "").replace(":", " x ")
        name = {"seed": "seeds", "Residual": "residual"}.get(name, name)
        yield name, int(row["df"]), row["sum_sq"], row["F"], row["PR(>F)"]


def averages(results):
    """Each level's mean over the rest, with the deviation of the seeds' means and the interval by t."""
    for axis in AXES:
        for level, rows in results.groupby(axis, sort=False):
            means = rows.groupby("seed")["figure"].mean()
            low, high = stats.t.interval(0.95, len(means) - 1, means.mean(), stats.sem(means))
            yield axis, level, len(rows), means.mean(), np.std(means, ddof=1), low, high


def components(repeats):
    """Components of variance: expected mean squares of two crossed random factors, solved as linear equations."""
    tables = [sm.stats.anova_lm(ols("figure ~ C(split) + C(init)", rows).fit(), typ=2)
              for _, rows in repeats.groupby("learning_rate", sort=False)]
    pooled = sum(table["sum_sq"] / table["df"] for table in tables) / len(tables)
    splits, inits = repeats["split"].nunique(), repeats["init"].nunique()
    expected = np.array([[inits, 0, 1], [0, splits, 1], [0, 0, 1]])
    squares = pooled[["C(split)", "C(init)", "Residual"]].to_numpy()
    return zip(["split", "init", "split x init"], np.maximum(0, np.linalg.solve(expected, squares)))


def write(name, head, rows):
    lines = [head] + ["|".join(str(v) if isinstance(v, (str, int)) else repr(float(v)) for v in row) for row in rows]
    (PLACE / name).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    RESULTS = pd.read_csv(PLACE / "results.csv", sep="|", dtype={axis: str for axis in AXES})
    write("sources.csv", "source|df|sum_of_squares|f|p", sources(RESULTS))
    REPEATS = pd.read_csv(PLACE / "repeats.csv", sep="|")
    write("components.csv", "source|variance", components(REPEATS))
    write("averages.csv", "axis|level|runs|mean|std|low|high", averages(RESULTS))
