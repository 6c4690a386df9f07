"""Dense layers, activations, residual connections, and arithmetic that stretches shapes."""

import torch
import torch.nn.functional as F

from cases import Topic, fit

ACTIVATIONS = {
    "elu": F.elu,
    "elu_half": lambda x: F.elu(x, alpha=0.5),
    "gelu": F.gelu,
    "leaky_relu": lambda x: F.leaky_relu(x, 0.01),
    "leaky_relu_steep": lambda x: F.leaky_relu(x, 0.3),
    "linear": lambda x: x,
    "relu": F.relu,
    "sigmoid": torch.sigmoid,
    "silu": F.silu,
    "softmax": lambda x: F.softmax(x, dim=-1),
    "softplus": F.softplus,
    "tanh": torch.tanh,
}


def activations():
    topic = Topic("activation")
    for name, function in ACTIVATIONS.items():
        draws = topic.begin(name)
        x = draws.normal(6, 5, scale=2)
        x[0] = torch.tensor([-30, -9, 0.03125, 9, 30])  # where exponentials saturate, and close to the kinks
        fit(topic, {"x": x}, draws.normal(6, 5), lambda x: function(x), rate=2)
    topic.write()


def dense():
    topic = Topic("dense")
    for name, shape, units, bias, function in (
            ("plain", (5, 3), 4, True, lambda y: y),
            ("no_bias", (5, 3), 4, False, lambda y: y),
            ("one_by_one", (1, 1), 1, True, lambda y: y),
            ("wide", (3, 17), 19, True, lambda y: y),
            ("tanh", (4, 5), 3, True, torch.tanh),
            ("softmax", (4, 5), 3, True, lambda y: F.softmax(y, dim=-1)),
            ("on_sequences", (2, 3, 4), 5, True, torch.sigmoid)):
        draws = topic.begin(name)
        parameters = {"x": draws.normal(*shape), "dense_1.W": draws.normal(shape[-1], units, scale=0.5)}
        if bias:
            parameters["dense_1.b"] = draws.normal(units, scale=0.5)
        target = draws.normal(*shape[:-1], units)
        fit(topic, parameters, target, lambda x, W, b=None: function(F.linear(x, W.T, b)))
    topic.write()


def residual():
    topic = Topic("residual")

    draws = topic.begin("around_two_layers")
    parameters = {
        "x": draws.normal(4, 3),
        "dense_1.W": draws.normal(3, 5, scale=0.5), "dense_1.b": draws.normal(5, scale=0.5),
        "dense_2.W": draws.normal(5, 3, scale=0.5), "dense_2.b": draws.normal(3, scale=0.5),
    }
    fit(topic, parameters, draws.normal(4, 3), lambda x, dense_1_W, dense_1_b, dense_2_W, dense_2_b:
        x + F.linear(torch.tanh(F.linear(x, dense_1_W.T, dense_1_b)), dense_2_W.T, dense_2_b), rate=0.2)

    draws = topic.begin("projected")
    parameters = {
        "x": draws.normal(2, 3, 4),
        "dense_1.W": draws.normal(4, 5, scale=0.5), "dense_1.b": draws.normal(5, scale=0.5),
        "residual_1.W": draws.normal(4, 5, scale=0.5),
    }
    fit(topic, parameters, draws.normal(2, 3, 5), lambda x, dense_1_W, dense_1_b, residual_1_W:
        F.relu(F.linear(x, residual_1_W.T) + torch.tanh(F.linear(x, dense_1_W.T, dense_1_b))))

    draws = topic.begin("projected_with_strides")
    parameters = {
        "x": draws.normal(2, 4, 5, 2),
        "conv2d_1.W": draws.normal(2, 3, 2, 3, scale=0.3), "conv2d_1.b": draws.normal(3, scale=0.5),
        "residual_1.W": draws.normal(1, 1, 2, 3, scale=0.5),
    }

    def block(x, conv2d_1_W, conv2d_1_b, residual_1_W):
        first = x.permute(0, 3, 1, 2)
        inner = F.conv2d(F.pad(first, (1, 1)), conv2d_1_W.permute(3, 2, 0, 1), conv2d_1_b, stride=2)
        return torch.tanh(inner + F.conv2d(first, residual_1_W.permute(3, 2, 0, 1), stride=2)).permute(0, 2, 3, 1)

    fit(topic, parameters, draws.normal(2, 2, 3, 3), block)
    topic.write()


def broadcasting():
    topic = Topic("broadcasting")
    for name, shape, other, operation in (
            ("add_row", (3, 4), (4,), torch.add),
            ("subtract_column", (3, 4), (3, 1), torch.subtract),
            ("subtract_from_row", (4,), (3, 4), torch.subtract),
            ("multiply_middle", (2, 3, 4), (2, 1, 4), torch.multiply),
            ("multiply_each_other", (2, 1, 3), (4, 1), torch.multiply),
            ("divide_by_column", (3, 4), (3, 1), torch.divide),
            ("divide_each_other", (2, 1, 3), (4, 1), torch.divide)):
        draws = topic.begin(name)
        p = draws.normal(*other)
        if operation == torch.divide:
            p = p.abs() + 1
        x = draws.normal(*shape)
        fit(topic, {"x": x, "p": p}, draws.normal(*operation(x, p).shape), lambda x, p: operation(x, p), rate=0.3)
    topic.write()
