"""Trains the net of an experiment with PyTorch for two epochs, so that its peak can be read: `memory_pytorch.py lr-sweep`."""

import math
import sys

import torch
from memory_nets import NETS
from torch import nn


class Last(nn.Module):
    """The last state of a recurrent layer."""

    def __init__(self, width, units):
        super().__init__()
        self.lstm = nn.LSTM(width, units, batch_first=True)

    def forward(self, x):
        return self.lstm(x)[0][:, -1]


class Mean(nn.Module):
    def forward(self, x):
        return x.mean(1)


def network(net):
    shape, layers = net.shape, []
    for word, *sizes in net.layers:
        if word == "dense":
            layers += [nn.Linear(shape[-1], sizes[0]), nn.ReLU()]
            shape = (*shape[:-1], sizes[0])
        elif word == "conv":
            layers += [nn.Conv2d(shape[-1], sizes[0], 3, padding=1), nn.ReLU()]
            shape = (*shape[:2], sizes[0])
        elif word == "pool":
            layers.append(nn.MaxPool2d(2))
            shape = (shape[0] // 2, shape[1] // 2, shape[2])
        elif word == "flatten":
            layers.append(nn.Flatten())
            shape = (math.prod(shape),)
        elif word == "lstm":
            layers.append(Last(shape[-1], sizes[0]))
            shape = (sizes[0],)
        elif word == "embedding":
            layers.append(nn.Embedding(*sizes))
            shape = (*shape, sizes[1])
        elif word == "encoder":
            layers.append(nn.TransformerEncoderLayer(shape[-1], *sizes, dropout=0.0, batch_first=True))
        else:
            layers.append(Mean())
            shape = shape[1:]
    return nn.Sequential(*layers, nn.Linear(shape[-1], net.units))


def main(net):
    ids = net.layers[0][0] == "embedding"
    shape = (net.shape[2], *net.shape[:2]) if len(net.shape) == 3 else net.shape
    x = torch.randint(0, net.layers[0][1], (net.examples, *shape)) if ids else torch.rand(net.examples, *shape)
    y = torch.randint(0, net.classes, (net.examples,)) if net.classes > 2 else torch.rand(net.examples, 1).round()
    loss = nn.CrossEntropyLoss() if net.classes > 2 else nn.BCEWithLogitsLoss() if net.classes else nn.MSELoss()
    model = network(net)
    optimizer = torch.optim.Adam(model.parameters(), fused=True) if net.optimizer == "adam" \
        else torch.optim.SGD(model.parameters(), 0.01)
    for _ in range(2):
        for chosen in torch.randperm(net.examples).split(net.batch):
            optimizer.zero_grad(set_to_none=True)
            loss(model(x[chosen]), y[chosen]).backward()
            optimizer.step()


main(NETS[sys.argv[1]])
