"""PyTorch, eager, from the command line to the end of what startup.py waits for."""

import os
import sys

from workloads import cores

os.environ["OMP_NUM_THREADS"] = str(cores())

import torch  # noqa: E402
from torch import nn  # noqa: E402

import startup_tasks as tasks  # noqa: E402

torch.set_num_threads(cores())


def net(*widths):
    layers = []
    for a, b in zip(widths, widths[1:]):
        layers += [nn.Linear(a, b), nn.ReLU()]
    for layer in layers[::2]:
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)
    return nn.Sequential(*layers[:-1])


def epoch(net, loss, optimizer, x, y, batch):
    order = torch.randperm(len(x))
    for i in range(0, len(x), batch):
        chosen = order[i:i + batch]
        optimizer.zero_grad(set_to_none=True)
        loss(net(x[chosen]), y[chosen]).backward()
        optimizer.step()


def mnist_mlp():
    (x, y), *rest = [(torch.from_numpy(x), torch.from_numpy(y).long()) for x, y in tasks.mnist()]
    model, loss = net(784, 128, 10), nn.CrossEntropyLoss()
    epoch(model, loss, torch.optim.Adam(model.parameters(), fused=True), x, y, 64)
    with torch.no_grad():
        for inputs, classes in rest:
            outputs = model(inputs)
            print(loss(outputs, classes).item(), (outputs.argmax(1) == classes).float().mean().item())


def lr_sweep():
    loss = nn.BCEWithLogitsLoss()
    for rate in tasks.RATES:
        for seed in tasks.SEEDS:
            torch.manual_seed(seed)
            (x, y), held = [(torch.from_numpy(x), torch.from_numpy(y)[:, None]) for x, y in tasks.moons(seed)]
            model = net(2, 64, 32, 1)
            optimizer = torch.optim.SGD(model.parameters(), lr=rate)

            def validated(_):
                epoch(model, loss, optimizer, x, y, 32)
                with torch.no_grad():
                    return loss(model(held[0]), held[1]).item()

            tasks.train(validated)


{"mnist-mlp": mnist_mlp, "lr-sweep": lr_sweep}[sys.argv[1]]()
