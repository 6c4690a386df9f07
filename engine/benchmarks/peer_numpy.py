"""NumPy: dense networks by hand, as one writes them in NumPy; the other networks have no usual form there."""

import os

from workloads import PRODUCTS, best_product, best_seconds, cores, main

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(cores())

import numpy as np  # noqa: E402


def step(workload, seconds):
    if workload.kind != "dense":
        return None
    rng = np.random.default_rng(1)
    x = rng.random((workload.examples, workload.inputs), dtype=np.float32)
    labels = rng.integers(0, workload.classes, workload.examples)
    targets = (labels[:, None] if workload.classes == 2 else np.eye(workload.classes)[labels]).astype(np.float32)
    widths = (workload.inputs, *workload.widths)
    parameters = []
    for a, b in zip(widths, widths[1:]):
        parameters += [rng.standard_normal((a, b), dtype=np.float32) * np.float32(.05), np.zeros(b, np.float32)]
    means = [np.zeros_like(p) for p in parameters]
    squares = [np.zeros_like(p) for p in parameters]
    t = 0

    def probabilities(z):
        if workload.classes == 2:
            return 1 / (1 + np.exp(-z))
        e = np.exp(z - z.max(1, keepdims=True))
        return e / e.sum(1, keepdims=True)

    def loss_of(p, target):
        shares = np.where(target > 0, p, 1 - p) if workload.classes == 2 else (p * target).sum(1)
        return -np.log(shares).sum()

    def gradients(inputs, target):
        activations = [inputs]
        for i in range(0, len(parameters), 2):
            z = activations[-1] @ parameters[i] + parameters[i + 1]
            activations.append(np.maximum(z, 0) if i < len(parameters) - 2 else z)
        p = probabilities(activations[-1])
        delta = (p - target) / np.float32(workload.batch)
        found = []
        for i in range(len(parameters) - 2, -1, -2):
            below = activations[i // 2]
            found = [below.T @ delta, delta.sum(0)] + found
            if i:
                delta = (delta @ parameters[i].T) * (below > 0)
        return found, loss_of(p, target)

    def adam(found):
        nonlocal t
        t += 1
        rate = np.float32(.001 * (1 - .999 ** t) ** .5 / (1 - .9 ** t))
        for p, g, m, v in zip(parameters, found, means, squares):
            m *= np.float32(.9)
            m += np.float32(.1) * g
            v *= np.float32(.999)
            v += np.float32(.001) * g * g
            p -= rate * m / (np.sqrt(v) + np.float32(1e-8))

    def epoch():
        order = rng.permutation(workload.examples)
        total = 0
        for i in range(0, workload.examples, workload.batch):
            chosen = order[i:i + workload.batch]
            found, loss = gradients(x[chosen], targets[chosen])
            total += loss
            adam(found)
        return total

    return best_seconds(epoch, seconds) / workload.steps


def product(name, seconds):
    m, n, k = PRODUCTS[name]
    rng = np.random.default_rng(1)
    a, b = rng.standard_normal((m, k), dtype=np.float32), rng.standard_normal((k, n), dtype=np.float32)
    c = np.empty((m, n), np.float32)
    return best_product(lambda: np.matmul(a, b, out=c), name, seconds)


main(np.__version__, step, product)
