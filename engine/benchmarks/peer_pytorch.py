"""PyTorch, eager, with the fused Adam: its usual good practice. `COMPILED=1` compiles forward and backward."""

import os

from workloads import PRODUCTS, best_product, best_seconds, cores, main

os.environ["OMP_NUM_THREADS"] = str(cores())

import torch  # noqa: E402
from torch import nn  # noqa: E402

torch.set_num_threads(cores())


class LastOfLstm(nn.Module):
    def __init__(self, shape, widths):
        super().__init__()
        self.shape = shape
        self.lstm = nn.LSTM(shape[1], widths[0], num_layers=len(widths), batch_first=True)
        self.out = nn.Linear(widths[0], 10)

    def forward(self, x):
        return self.out(self.lstm(x.view(-1, *self.shape))[0][:, -1])


class Encoder(nn.Module):
    def __init__(self, width, heads, feed_forward):
        super().__init__()
        self.embed = nn.Linear(28, width)
        self.encoder = nn.TransformerEncoderLayer(width, heads, feed_forward, dropout=0.0, batch_first=True)
        self.out = nn.Linear(width, 10)

    def forward(self, x):
        return self.out(self.encoder(self.embed(x.view(-1, 28, 28))).mean(1))


class Residual(nn.Module):
    """Two convolutions, and a shortcut around them that is projected where the width changes."""

    def __init__(self, before, width):
        super().__init__()
        stride = 1 if before == width else 2
        self.inside = nn.Sequential(*convolution(before, width, stride), nn.ReLU(), *convolution(width, width))
        self.shortcut = nn.Identity() if stride == 1 else nn.Conv2d(before, width, 1, stride, bias=False)

    def forward(self, x):
        return torch.relu(self.inside(x) + self.shortcut(x))


def convolution(before, width, stride=1):
    return nn.Conv2d(before, width, 3, stride, padding=1, bias=False), nn.BatchNorm2d(width)


def resnet(shape, widths):
    height, width, channels = shape
    blocks = [Residual(before, after) for before, after in zip((widths[0], *widths), widths)]
    return nn.Sequential(nn.Unflatten(1, (channels, height, width)), *convolution(channels, widths[0]), nn.ReLU(), *blocks,
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(widths[-1], 10))


def network(workload):
    if workload.kind == "dense":
        layers, width = [], workload.inputs
        for units in workload.widths:
            layers += [nn.Linear(width, units), nn.ReLU()]
            width = units
        return nn.Sequential(*layers[:-1])
    if workload.kind == "cnn":
        first, second = workload.widths
        return nn.Sequential(
            nn.Unflatten(1, (1, 28, 28)),
            nn.Conv2d(1, first, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(first, second, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(second * 49, 10))
    if workload.kind == "resnet":
        return resnet(workload.shape, workload.widths)
    return LastOfLstm(workload.shape, workload.widths) if workload.kind == "lstm" else Encoder(*workload.widths)


def step(workload, seconds):
    x = torch.rand(workload.examples, workload.inputs)
    y = torch.randint(0, workload.classes, (workload.examples,))
    loss = nn.CrossEntropyLoss()
    if workload.classes == 2:
        y, loss = y.float()[:, None], nn.BCEWithLogitsLoss()
    net = network(workload)
    optimizer = torch.optim.Adam(net.parameters(), fused=True)

    def objective(inputs, targets):
        return loss(net(inputs), targets)

    if os.environ.get("COMPILED"):
        objective = torch.compile(objective)

    def epoch():
        order = torch.randperm(workload.examples)
        for i in range(0, workload.examples, workload.batch):
            chosen = order[i:i + workload.batch]
            optimizer.zero_grad(set_to_none=True)
            objective(x[chosen], y[chosen]).backward()
            optimizer.step()

    epoch()
    return best_seconds(epoch, seconds) / workload.steps


def product(name, seconds):
    m, n, k = PRODUCTS[name]
    a, b, c = torch.randn(m, k), torch.randn(k, n), torch.empty(m, n)
    return best_product(lambda: torch.mm(a, b, out=c), name, seconds)


main(torch.__version__, step, None if os.environ.get("COMPILED") else product)
