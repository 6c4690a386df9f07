"""Losses, of predictions that are trained themselves; one number an example, whose mean is the objective."""

import torch
import torch.nn.functional as F

from cases import Topic, fit


def smooth(target, smoothing):
    """A yes or no with some doubt: Keras's label smoothing of binary cross-entropy, which PyTorch does not have."""
    return target * (1 - smoothing) + smoothing / 2


def divergence(x, target):
    return F.kl_div(F.log_softmax(x, dim=1), target, reduction="batchmean")


def losses():
    topic = Topic("loss")
    bce = F.binary_cross_entropy_with_logits
    for name, columns, kind, loss in (
            ("mean_squared_error", 4, "real", F.mse_loss),
            ("mean_absolute_error", 4, "real", F.l1_loss),
            ("huber", 4, "real", F.huber_loss),
            ("huber_half", 4, "real", lambda x, t: F.huber_loss(x, t, delta=0.5)),
            ("binary_cross_entropy", 1, "binary", bce),
            ("binary_cross_entropy_of_four", 4, "binary", bce),
            ("binary_cross_entropy_smoothed", 4, "binary", lambda x, t: bce(x, smooth(t, 0.2))),
            ("categorical_cross_entropy", 4, "class", F.cross_entropy),
            ("categorical_cross_entropy_smoothed", 4, "class", lambda x, t: F.cross_entropy(x, t, label_smoothing=0.2)),
            ("kullback_leibler", 4, "shares", divergence),
            ("kullback_leibler_smoothed", 4, "class", lambda x, t: divergence(x, t * (1 - 0.2) + 0.2 / 4)),
            # PyTorch has this one for embeddings alone, so it is written out: a target of 0 or 1 is a side, -1 or 1.
            ("hinge_of_two", 1, "binary", lambda x, t: F.relu(1 - (2 * t - 1) * x).mean()),
            ("hinge_of_four", 4, "class", lambda x, t: F.relu(1 - (2 * t - 1) * x).mean())):
        draws = topic.begin(name)
        x = draws.normal(6, columns, scale=2)
        x[0, 0], x[1, -1] = 25, -25  # where exponentials saturate
        target = {
            "real": lambda: draws.normal(6, columns) + 1 / 64,  # off the kinks where x is the target
            "binary": lambda: draws.integers(2, 6, columns).double(),
            "class": lambda: draws.one_hot(6, columns),
            "shares": lambda: F.normalize(draws.integers(9, 6, columns).double(), p=1, dim=1),
        }[kind]()
        fit(topic, {"x": x}, target, lambda x: x, rate=2, objective=loss)
    topic.write()
