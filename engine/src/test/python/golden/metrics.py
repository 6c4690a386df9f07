"""Writes golden values of metrics: what scikit-learn makes of answers to real targets and to classes.

It needs scikit-learn alone, and is run by itself, like golden.py:

    venv/bin/python engine/src/test/python/golden/metrics.py

A metric is one line in VALUES, CLASSES or TWO_CLASSES below. Answers are numbers that every float holds exactly. A class's
outputs are logits: scikit-learn is told the probabilities that they mean where it asks for these.
"""

import pathlib
import warnings
import zlib

import numpy as np
import sklearn
from sklearn import metrics

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources" / "gridrun" / "golden"

# Each of targets t and answers y.
VALUES = {
    "rmse": metrics.root_mean_squared_error,
    "r2": metrics.r2_score,
    "mae": metrics.mean_absolute_error,
    "mape": metrics.mean_absolute_percentage_error,
}

# Each of the classes t, those that are found, the logits, the probabilities and all classes there are.
CLASSES = {
    "accuracy": lambda t, found, logits, p, labels: metrics.accuracy_score(t, found),
    "balanced_accuracy": lambda t, found, logits, p, labels: metrics.balanced_accuracy_score(t, found),
    "macro_f1": lambda t, found, logits, p, labels: metrics.f1_score(t, found, average="macro", zero_division=0),
    "log_loss": lambda t, found, logits, p, labels: metrics.log_loss(t, p, labels=labels),
    "matthews": lambda t, found, logits, p, labels: metrics.matthews_corrcoef(t, found),
}
TWO_CLASSES = {
    "precision": lambda t, found, logits, p, labels: metrics.precision_score(t, found, zero_division=0),
    "recall": lambda t, found, logits, p, labels: metrics.recall_score(t, found, zero_division=0),
    "auc": lambda t, found, logits, p, labels: metrics.roc_auc_score(t, logits[:, 0]),
}


def top_k(k):
    return lambda t, found, logits, p, labels: metrics.top_k_accuracy_score(t, logits, k=k, labels=labels)


SEVERAL_CLASSES = {f"top_{k}_accuracy": top_k(k) for k in (1, 3, 5)}


def rounded(values):
    return np.round(values * 32) / 32


def line(name, values):
    values = np.asarray(values, dtype=np.float64)
    shape = "x".join(map(str, values.shape)) or "1"
    return " ".join([name, shape, *map("{:.9g}".format, values.reshape(-1))]).replace(" nan", " NaN")


def values(name, x, targets, weight=1.0, bias=0.0):
    answers = x * weight + bias
    return [f"case {name}", line("x", x), line("weight", weight), line("bias", bias), line("target", targets),
            *(line(metric, of(targets, answers)) for metric, of in VALUES.items())]


def classes(name, logits, targets):
    logits = np.asarray(logits, dtype=np.float64)
    targets = np.asarray(targets)
    if logits.shape[1] == 1:
        found = (logits[:, 0] > 0).astype(int)
        one = 1 / (1 + np.exp(-logits[:, 0]))
        p = np.stack([1 - one, one], axis=1)
        measured = {**CLASSES, **TWO_CLASSES}
    else:
        found = logits.argmax(axis=1)
        shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
        p = shifted / shifted.sum(axis=1, keepdims=True)
        measured = {**CLASSES, **{k: v for k, v in SEVERAL_CLASSES.items() if int(k.split("_")[1]) < logits.shape[1]}}
    labels = list(range(max(2, logits.shape[1])))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of classes without an example, which the cases are about
        return [f"case {name}", line("logits", logits), line("target", targets),
                *(line(metric, of(targets, found, logits, p, labels)) for metric, of in measured.items())]


def real_targets(draws):
    x = rounded(draws.normal(0, 2, 300))
    targets = rounded(x + draws.normal(0, 1, 300))
    middle = np.argsort(targets)[140:160]  # targets that hardly differ: the whole part's variance is none of theirs
    return [*values("whole", x, targets), *values("narrow", x[middle], targets[middle]),
            *values("far_from_zero", x + 4096, targets + 4096), *values("worse_than_the_mean", x, targets, -0.5, 3),
            *values("constant_and_met", x[:8], np.full(8, 1.25), 0, 1.25),
            *values("constant_and_missed", x[:8], np.full(8, 1.25))]


def two_classes(draws):
    """More examples than a batch of an evaluation has, so that sums are over several."""
    targets = draws.integers(0, 2, 700)
    logits = rounded(draws.normal(targets * 1.5 - 0.5, 1.5))[:, None]
    coarse = np.round(logits / 2)  # of which many are equal, and many are 0
    return [*classes("two_classes", logits, targets), *classes("two_classes_with_ties", coarse, targets),
            *classes("two_classes_all_equal", np.zeros((40, 1)), targets[:40]),
            *classes("two_classes_all_right", (targets[:300] * 2 - 1)[:, None], targets[:300]),
            *classes("two_classes_saturated", logits[:300] * 32, targets[:300]),
            *classes("only_negative_found", -np.abs(logits[:20]) - 1, targets[:20]),
            *classes("only_positive_examples", logits[:20], np.ones(20, int)),
            *classes("only_negative_examples", logits[:20], np.zeros(20, int))]


def several_classes(draws):
    targets = draws.integers(0, 7, 600)
    logits = rounded(draws.normal(0, 1.5, (600, 7)) + 2 * np.eye(7)[targets])
    coarse = np.round(logits / 2)
    few = np.where(targets < 3, targets, 5)
    return [*classes("seven_classes", logits, targets), *classes("seven_classes_with_ties", coarse, targets),
            *classes("absent_classes", logits, few), *classes("one_class_only", logits[:50], np.full(50, 4)),
            *classes("all_outputs_equal", np.zeros((30, 7)), targets[:30]),
            *classes("seven_classes_saturated", logits[:300] * 32, targets[:300]),
            *classes("three_classes", logits[:40, :3], targets[:40] % 3)]


if __name__ == "__main__":
    draws = np.random.default_rng(zlib.crc32(b"metrics"))
    head = f"# Written by metrics.py with scikit-learn {sklearn.__version__} in float64; not to be edited."
    topics = {"metrics": real_targets(draws), "metrics_of_classes": [*two_classes(draws), *several_classes(draws)]}
    for topic, lines in topics.items():
        (RESOURCES / f"{topic}.txt").write_text("\n".join([head, *lines]) + "\n")
