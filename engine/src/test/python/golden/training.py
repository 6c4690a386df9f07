"""Optimizers, regularization and schedules: a small network on one batch, trained for 20 steps, each of which is an epoch.

Epsilons and the like are given, the same on both sides: defaults differ.
"""

import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler as schedulers

from cases import STEPS, Topic


class Run:
    """A network x -> tanh(x W + b) -> linear output, with what one training has."""

    def __init__(self, topic, name, scale=1.0):
        draws = topic.begin(name)
        self.topic = topic
        self.x = draws.normal(8, 3)
        self.target = draws.normal(8, 2, scale=scale)
        self.parameters = {
            "dense_1.W": draws.normal(3, 4, scale=0.6),
            "dense_1.b": draws.normal(4, scale=0.3),
            "output.W": draws.normal(4, 2, scale=0.6),
            "output.b": draws.normal(2, scale=0.3),
        }
        for name, tensor in {"x": self.x, "target": self.target, **self.parameters}.items():
            topic.put(name, tensor)
            tensor.requires_grad_(name in self.parameters)
        self.kernels = [tensor for name, tensor in self.parameters.items() if name.endswith("W")]
        self.biases = [tensor for name, tensor in self.parameters.items() if name.endswith("b")]
        self.everything = list(self.parameters.values())

    def output(self):
        hidden = torch.tanh(self.x @ self.parameters["dense_1.W"] + self.parameters["dense_1.b"])
        return hidden @ self.parameters["output.W"] + self.parameters["output.b"]

    def train(self, optimizer, penalty=lambda: 0, clip=lambda: None, decay=0, scheduler=None, plateau=None):
        group = optimizer.param_groups[0]
        rate = group.get("initial_lr", group["lr"])  # before a schedule's first factor
        losses, rates = [], []
        for _ in range(STEPS):
            optimizer.zero_grad()
            loss = F.mse_loss(self.output(), self.target)
            (loss + penalty()).backward()
            clip()
            losses.append(loss.detach())
            rates.append(torch.tensor(group["lr"]))
            with torch.no_grad():
                for kernel in self.kernels:
                    kernel *= 1 - group["lr"] * decay
            optimizer.step()
            if scheduler:
                scheduler.step()
            if plateau:
                plateau.step(loss.item())
        assert losses[-1] < 0.9 * losses[0], f"{self.topic.lines[-1][:60]}: the loss fell from {losses[0]} to {losses[-1]} only"
        self.topic.put("rate", torch.tensor(rate))
        self.topic.put("rates", torch.stack(rates))
        self.topic.put("losses", torch.stack(losses))
        for name, tensor in self.parameters.items():
            self.topic.put(f"trained/{name}", tensor)


def optimizers():
    topic = Topic("optimizer")
    for name, optimizer, options in (
            ("sgd", torch.optim.SGD, {"lr": 0.3}),
            ("momentum", torch.optim.SGD, {"lr": 0.1, "momentum": 0.8}),
            ("nesterov", torch.optim.SGD, {"lr": 0.1, "momentum": 0.8, "nesterov": True}),
            ("rmsprop", torch.optim.RMSprop, {"lr": 0.02, "alpha": 0.85, "eps": 1e-2}),
            ("adam", torch.optim.Adam, {"lr": 0.05, "betas": (0.85, 0.97), "eps": 1e-3}),
            ("amsgrad", torch.optim.Adam, {"lr": 0.1, "betas": (0.85, 0.7), "eps": 1e-3, "amsgrad": True}),
            ("nadam", torch.optim.NAdam, {"lr": 0.05, "betas": (0.85, 0.97), "eps": 1e-3}),
            ("adagrad", torch.optim.Adagrad, {"lr": 0.2, "eps": 1e-3}),
            ("adadelta", torch.optim.Adadelta, {"lr": 1.0, "rho": 0.85, "eps": 1e-3})):
        run = Run(topic, name)
        run.train(optimizer(run.everything, **options))

    # Decay is for weights alone, biases are left alone.
    run = Run(topic, "adamw")
    run.train(torch.optim.AdamW([{"params": run.kernels, "weight_decay": 0.2}, {"params": run.biases, "weight_decay": 0.0}],
                                lr=0.05, betas=(0.85, 0.97), eps=1e-3))
    topic.write()


def regularization():
    topic = Topic("regularization")

    def squares(run):
        return sum((kernel ** 2).sum() for kernel in run.kernels)

    def absolutes(run):
        return sum(kernel.abs().sum() for kernel in run.kernels)

    def clip_norm(run, limit):
        # torch.nn.utils.clip_grad_norm_ adds 1e-6 to the norm; without it, by hand.
        norm = torch.sqrt(sum((tensor.grad ** 2).sum() for tensor in run.everything))
        for tensor in run.everything:
            tensor.grad *= min(1.0, limit / norm)

    def train(name, optimizer=torch.optim.SGD, rate=0.3, scale=1, penalty=lambda run: 0, clip=lambda run: None, decay=0, **options):
        run = Run(topic, name, scale)
        run.train(optimizer(run.everything, lr=rate, **options), lambda: penalty(run), lambda: clip(run), decay)

    def clip_value(run, limit):
        torch.nn.utils.clip_grad_value_(run.everything, limit)

    def clip_both(run):
        clip_value(run, 0.8)
        clip_norm(run, 1.5)

    def of_layers(run):
        hidden, output = run.kernels
        return 0.01 * hidden.abs().sum() + 0.05 * (hidden ** 2).sum() + 0.02 * (output ** 2).sum()

    train("l2", penalty=lambda run: 0.02 * squares(run))
    train("l1", penalty=lambda run: 0.02 * absolutes(run))
    train("l1_l2_adam", torch.optim.Adam, 0.05, penalty=lambda run: 0.01 * absolutes(run) + 0.02 * squares(run), eps=1e-3)
    train("of_a_layer", penalty=of_layers)
    train("weight_decay", decay=0.1)
    train("weight_decay_momentum", rate=0.1, momentum=0.8, decay=0.1)
    train("clip_norm", scale=3, clip=lambda run: clip_norm(run, 1.5))
    train("clip_value", scale=3, clip=lambda run: clip_value(run, 0.4))
    train("clip_value_then_norm", scale=3, clip=clip_both)
    train("l2_clip_norm", scale=3, penalty=lambda run: 0.02 * squares(run), clip=lambda run: clip_norm(run, 1.5))
    topic.write()


def schedules():
    topic = Topic("schedule")
    for name, schedule in (
            ("constant", lambda optimizer: schedulers.ConstantLR(optimizer, factor=1)),
            ("step", lambda optimizer: schedulers.StepLR(optimizer, step_size=6, gamma=0.5)),
            ("exponential", lambda optimizer: schedulers.ExponentialLR(optimizer, gamma=0.9)),
            ("polynomial", lambda optimizer: schedulers.PolynomialLR(optimizer, total_iters=STEPS, power=2)),
            ("linear_to_a_fifth", lambda optimizer: schedulers.LinearLR(
                optimizer, start_factor=1, end_factor=0.2, total_iters=STEPS)),
            ("cosine", lambda optimizer: schedulers.CosineAnnealingLR(optimizer, T_max=STEPS, eta_min=0.03)),
            ("cosine_restarts", lambda optimizer: schedulers.CosineAnnealingWarmRestarts(
                optimizer, T_0=4, T_mult=2, eta_min=0.03)),
            ("one_cycle", lambda optimizer: schedulers.LambdaLR(optimizer, one_cycle)),
            ("warmup", lambda optimizer: schedulers.LinearLR(optimizer, start_factor=1 / 5, total_iters=4)),
            ("warmup_cosine", lambda optimizer: schedulers.ChainedScheduler([
                schedulers.LinearLR(optimizer, start_factor=1 / 5, total_iters=4),
                schedulers.CosineAnnealingLR(optimizer, T_max=STEPS)]))):
        run = Run(topic, name)
        optimizer = torch.optim.SGD(run.everything, lr=0.3)
        run.train(optimizer, scheduler=schedule(optimizer))

    for name, patience, delta, least in (("plateau", 2, 0.02, 0), ("plateau_minimum", 1, 0.05, 0.05)):
        run = Run(topic, name)
        optimizer = torch.optim.SGD(run.everything, lr=0.3)
        # PyTorch waits for one epoch more than its patience says.
        run.train(optimizer, plateau=schedulers.ReduceLROnPlateau(
            optimizer, factor=0.5, patience=patience - 1, threshold=delta, threshold_mode="abs", min_lr=0.3 * least))
    topic.write()


def one_cycle(epoch):
    """PyTorch's OneCycleLR is at its top one step before the share of all steps, and its last step is the end of the fall; here the top
    is the beginning of an epoch and the end that of the last one. So there is one step more there, in which nothing is trained.
    """
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    schedule = schedulers.OneCycleLR(optimizer, max_lr=1.0, total_steps=STEPS + 1,
                                     pct_start=(0.3 * STEPS + 1) / (STEPS + 1), div_factor=10, final_div_factor=100)
    for _ in range(epoch):
        optimizer.step()
        schedule.step()
    return optimizer.param_groups[0]["lr"]
