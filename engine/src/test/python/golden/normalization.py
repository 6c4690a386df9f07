"""Layer and batch normalization."""

import torch
import torch.nn.functional as F

from cases import Topic, fit


def layer_normalization():
    topic = Topic("layer_normalization")
    for name, shape, options in (
            ("rows", (4, 5), {}),
            ("sequences", (2, 3, 4), {}),
            ("images", (2, 2, 3, 3), {}),
            ("wide", (3, 37), {}),
            ("epsilon", (4, 3), {"eps": 0.5})):
        draws = topic.begin(name)
        parameters = {
            "x": draws.normal(*shape) + 1,
            "layer_normalization_1.gamma": draws.normal(shape[-1], scale=0.3) + 1,
            "layer_normalization_1.beta": draws.normal(shape[-1], scale=0.3),
        }
        fit(topic, parameters, draws.normal(*shape),
            lambda x, gamma, beta: F.layer_norm(x, x.shape[-1:], gamma, beta, **options))
    topic.write()


def batch_normalization():
    topic = Topic("batch_normalization")
    for name, shape, past, options in (
            ("rows", (6, 4), 0.9, {}),
            ("two_rows", (2, 3), 0.9, {"eps": 0.5}),  # with a small one no gradient reaches two rows
            ("sequences", (2, 3, 4), 0.9, {}),
            ("images", (2, 3, 2, 3), 0.9, {}),
            ("slow", (5, 3), 0.99, {"eps": 1e-3})):
        draws = topic.begin(name)
        channels = shape[-1]
        parameters = {
            "x": draws.normal(*shape) + 1,
            "batch_normalization_1.gamma": draws.normal(channels, scale=0.3) + 1,
            "batch_normalization_1.beta": draws.normal(channels, scale=0.3),
        }
        states = {
            "batch_normalization_1.mean": draws.normal(channels, scale=0.3),
            "batch_normalization_1.variance": draws.normal(channels, scale=0.3).abs() + 1,
        }

        def normalize(x, gamma, beta, mean, variance, training=True):
            y = F.batch_norm(x.movedim(-1, 1), mean, variance, gamma, beta, training, 1 - past, **options)
            return y.movedim(1, -1)

        fit(topic, parameters, draws.normal(*shape), normalize, states=states, evaluate=True)
    topic.write()
