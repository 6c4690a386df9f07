"""The workloads of `java -jar runner.jar bench`, and how a peer measures one: as bench does."""

import json
import math
import os
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Workload:
    """A network in training: `kind` and `widths` say which, `shape` is an example's, `examples` are those of an epoch."""

    kind: str
    widths: tuple
    batch: int
    examples: int
    shape: tuple = (28, 28)
    classes: int = 10
    large: bool = False

    @property
    def inputs(self):
        return math.prod(self.shape)

    @property
    def steps(self):
        return self.examples // self.batch


# The names, and the figures in them, are those of gridrun/bench/workloads.yaml.
STEPS = {
    "step/2-64-32-1": Workload("dense", (64, 32, 1), 32, 1024, shape=(2,), classes=2),
    "step/784-128-10": Workload("dense", (128, 10), 64, 12800),
    "step/cnn": Workload("cnn", (8, 16), 64, 3200),
    "step/lstm": Workload("lstm", (128,), 64, 3200),
    "step/transformer": Workload("transformer", (64, 4, 128), 64, 3200),
    "step/resnet": Workload("resnet", (16, 32, 64), 32, 640, shape=(32, 32, 3), large=True),
    "step/stacked-lstm": Workload("lstm", (256, 256), 32, 320, shape=(100, 32), large=True),
}

# m, n, k of c = a b.
PRODUCTS = {
    "sgemm/256x256x256": (256, 256, 256),
    "sgemm/512x512x512": (512, 512, 512),
    "sgemm/1024x1024x1024": (1024, 1024, 1024),
    "sgemm/64x128x784": (64, 128, 784),
}


def cores():
    """The cores that this process was given."""
    return len(os.sched_getaffinity(0))


def best_seconds(call, seconds):
    """The best time of a call, the last `seconds` without one that is better by 1 %: the rule of bench."""
    best, since = float("inf"), 0
    first = improved = time.perf_counter()
    while True:
        began = time.perf_counter()
        call()
        now = time.perf_counter()
        since += 1
        if now - began < 0.99 * best:
            improved, since = now, 0
        best = min(best, now - began)
        if since >= 3 and now - improved > seconds or now - first > 20 * seconds:
            return best


def epochs_a_call(workload):
    """So many that entering a call costs nothing beside its steps."""
    return max(1, 640 // workload.steps) if workload.kind == "dense" else 1


def best_product(call, name, seconds):
    """GFLOP/s of a product, in samples of some milliseconds."""
    m, n, k = PRODUCTS[name]
    calls = max(1, int(1e8 / (2 * m * n * k)))

    def sample():
        for _ in range(calls):
            call()

    return 2e-9 * m * n * k * calls / best_seconds(sample, seconds)


def main(version, step, product=None):
    """Measures what the command line names, `NAME SECONDS`, and prints the value and the version as JSON.

    `step(workload, seconds)` returns seconds a step, `product(name, seconds)` GFLOP/s; None where there is no such thing.
    """
    name, seconds = sys.argv[1], float(sys.argv[2])
    if name in STEPS:
        value = step(STEPS[name], seconds)
        value = None if value is None else value * 1e6
    else:
        value = product(name, seconds) if product else None
    print(json.dumps({"value": value, "version": version}))
