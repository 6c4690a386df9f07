"""scikit-learn's MLPClassifier with Adam, which has dense networks alone; some epochs a call of `fit`."""

import os
import warnings

from workloads import best_seconds, cores, epochs_a_call, main

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(cores())

import numpy as np  # noqa: E402
import sklearn  # noqa: E402
from sklearn.neural_network import MLPClassifier  # noqa: E402

warnings.filterwarnings("ignore")  # that an epoch has not converged


def step(workload, seconds):
    if workload.kind != "dense":
        return None
    rng = np.random.default_rng(1)
    x = rng.random((workload.examples, workload.inputs), dtype=np.float32)
    y = rng.integers(0, workload.classes, workload.examples)
    epochs = epochs_a_call(workload)
    net = MLPClassifier(workload.widths[:-1], solver="adam", alpha=0, batch_size=workload.batch, max_iter=epochs,
                        n_iter_no_change=10 ** 6, tol=0, warm_start=True)
    return best_seconds(lambda: net.fit(x, y), seconds) / (epochs * workload.steps)


main(sklearn.__version__, step)
