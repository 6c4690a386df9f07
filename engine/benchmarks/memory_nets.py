"""The largest net of each experiment, and what it is trained on, in words that memory_pytorch.py and memory_jax.py build from.

shape of an example, classes (0: a real target), examples of all parts, batch, optimizer, layers. A layer is a word and its sizes.
A net that begins with an embedding reads numbers of its rows.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Net:
    shape: tuple
    classes: int
    examples: int
    batch: int
    optimizer: str
    layers: tuple

    @property
    def units(self):
        return self.classes if self.classes > 2 else 1


def dense(*widths):
    return tuple(("dense", width) for width in widths)


def images(shape, classes, examples, batch, filters, width):
    layers = [layer for count in filters for layer in (("conv", count), ("pool",))]
    return Net(shape, classes, examples, batch, "adam", (*layers, ("flatten",), ("dense", width)))


SPIRALS = {"shape": (2,), "classes": 2, "examples": 600, "batch": 32}
MOONS = {"shape": (2,), "classes": 2, "examples": 1000, "batch": 32}
NETS = {
    "activation-study": Net(**SPIRALS, optimizer="sgd", layers=dense(*[24] * 6)),
    "digits-study": Net((8, 8, 1), 10, 1797, 32, "adam", (("conv", 16), ("pool",), ("flatten",), ("dense", 32))),
    "initialization-study": Net(**SPIRALS, optimizer="sgd", layers=dense(*[32] * 12)),
    "lr-sweep": Net(**MOONS, optimizer="sgd", layers=dense(64, 32)),
    "mnist-cnn": images((28, 28, 1), 10, 70000, 64, (16, 32), 64),
    "mnist-mlp": Net((28, 28, 1), 10, 70000, 64, "adam", (("flatten",), *dense(128))),
    "optimizers": Net(**SPIRALS, optimizer="adam", layers=dense(32, 32)),
    "regularization": Net((2,), 2, 600, 16, "adam", dense(64, 64)),
    "residual-depth": Net(**SPIRALS, optimizer="sgd", layers=dense(*[16] * 65)),
    "residual-depth-cases": Net(**SPIRALS, optimizer="adam", layers=dense(*[16] * 65)),
    "schedules": Net(**SPIRALS, optimizer="sgd", layers=dense(32, 32)),
    "seeds-study": Net(**MOONS, optimizer="sgd", layers=dense(64, 32)),
    "sequence-rnn": Net((100, 2), 0, 5000, 32, "adam", (("lstm", 32),)),
    "shapes-cnn": images((16, 16, 1), 6, 3000, 32, (8, 16), 32),
    "transformer": Net((9,), 16, 20000, 64, "adam", (("embedding", 272, 32), ("encoder", 2, 64), ("mean",))),
}
