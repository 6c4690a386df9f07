"""What the peers of startup.py train: data and settings of experiments/mnist-mlp.yaml and lr-sweep.yaml."""

import gzip
import os
from pathlib import Path

import numpy as np

RATES = (0.001, 0.01, 0.05, 0.1)
SEEDS = range(5)
PATIENCE = 20


def idx(name, header):
    content = gzip.decompress((Path(os.environ["GRIDRUN_DATA_DIR"]) / "mnist" / f"{name}.gz").read_bytes())
    return np.frombuffer(content, np.uint8, offset=header)


def images(part):
    """Inputs and classes of "train" or "t10k"."""
    return (idx(f"{part}-images-idx3-ubyte", 16).reshape(-1, 784).astype(np.float32) / 255,
            idx(f"{part}-labels-idx1-ubyte", 8).astype(np.int32))


def mnist():
    """Training, validation and test part."""
    x, y = images("train")
    order = np.random.default_rng(0).permutation(len(y))
    held, kept = order[:6000], order[6000:]
    return (x[kept], y[kept]), (x[held], y[held]), images("t10k")


def moons(seed, samples=1000, noise=0.2, validation=200):
    """Training and validation part."""
    random = np.random.default_rng(seed)
    label = np.arange(samples) % 2
    angle = np.linspace(0, np.pi, samples // 2).repeat(2)
    x = np.where(label == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(label == 0, np.sin(angle), 0.5 - np.sin(angle))
    points = (np.stack([x, y], 1) + noise * random.standard_normal((samples, 2))).astype(np.float32)
    order = random.permutation(samples)
    held, kept = order[:validation], order[validation:]
    return (points[kept], label[kept].astype(np.float32)), (points[held], label[held].astype(np.float32))


def train(epoch, epochs=200):
    """Calls `epoch(i)`, which gives the validation loss, until it has not fallen for PATIENCE epochs."""
    best, since = float("inf"), 0
    for i in range(epochs):
        loss = epoch(i)
        best, since = (loss, 0) if loss < best else (best, since + 1)
        if since >= PATIENCE:
            return
