"""What the topics share: drawing numbers, training a layer for 20 steps, and writing both down as text."""

import pathlib
import zlib

import torch
import torch.nn.functional as F

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources" / "gridrun" / "golden"
STEPS = 20


class Topic:
    """A file of cases: a line `case NAME`, then one line a tensor, `NAME DIMENSIONSxOFxIT VALUE ...`."""

    def __init__(self, name):
        self.name = name
        self.lines = [f"# Written by golden.py with PyTorch {torch.__version__.split('+')[0]} in float64; not to be edited."]

    def begin(self, case):
        self.lines.append(f"case {case}")
        return Draws(f"{self.name}.{case}")

    def put(self, name, tensor):
        values = tensor.detach().reshape(-1).tolist()
        assert all(abs(value) < 1e30 for value in values), f"{self.lines[-1]}: {name} has no finite values"
        shape = "x".join(map(str, tensor.shape)) or "1"
        self.lines.append(" ".join([name, shape, *map("{:.9g}".format, values)]))

    def write(self):
        RESOURCES.mkdir(parents=True, exist_ok=True)
        (RESOURCES / f"{self.name}.txt").write_text("\n".join(self.lines) + "\n")


class Draws:
    """Numbers by the case's name, so that another case changes no other: multiples of 1/32, which every float holds exactly."""

    def __init__(self, name):
        self.generator = torch.Generator().manual_seed(zlib.crc32(name.encode()))

    def normal(self, *shape, scale=1.0):
        return (torch.randn(shape, generator=self.generator) * scale * 32).round() / 32

    def distinct(self, *shape):
        """Numbers no two of which are equal, so that a maximum is one."""
        size = torch.Size(shape).numel()
        return (torch.randperm(size, generator=self.generator).reshape(shape) - size // 2) / 32

    def integers(self, below, *shape):
        return torch.randint(below, shape, generator=self.generator)

    def one_hot(self, rows, classes):
        return F.one_hot(self.integers(classes, rows), classes).double()


def fit(topic, parameters, target, layer, rate=0.5, objective=F.mse_loss, inputs=None, states=None, evaluate=False):
    """Writes a layer's parameters, output and gradients, and its losses and parameters over 20 steps of gradient descent.

    `parameters` maps names to tensors in the layout of the engine; `layer` computes from them as `arguments_of` names
    them. The input `x` is one of them and is trained as well, so that its gradient is compared, too, and layers without parameters
    are trained. `inputs` are not trained. `states` are changed by the layer in place; `evaluate` asks it for its output in
    evaluation after training, too.
    """
    parameters = {name: tensor.clone().requires_grad_() for name, tensor in parameters.items()}
    fixed = {**(inputs or {}), **(states or {})}
    for name, tensor in {**fixed, **parameters}.items():
        topic.put(name, tensor)
    topic.put("target", target)
    arguments = arguments_of({**fixed, **parameters})
    losses = []
    for step in range(STEPS):
        output = layer(**arguments)
        loss = objective(output, target)
        gradients = dict(zip(parameters, torch.autograd.grad(loss, parameters.values())))
        if step == 0:
            topic.put("y", output)
            for name, gradient in gradients.items():
                topic.put(f"gradient/{name}", gradient)
        losses.append(loss.detach())
        with torch.no_grad():
            for name, parameter in parameters.items():
                parameter -= rate * gradients[name]
    assert losses[-1] < 0.97 * losses[0], f"{topic.lines[-1][:60]}: the loss fell from {losses[0]} to {losses[-1]} only"
    topic.put("rate", torch.tensor(rate))
    topic.put("losses", torch.stack(losses))
    for name, tensor in {**parameters, **(states or {})}.items():
        topic.put(f"trained/{name}", tensor)
    if evaluate:
        topic.put("evaluated", layer(**arguments, training=False))


def arguments_of(tensors):
    """The tensors by their names as arguments: of `lstm_1.W` the last segment, where all belong to one layer, else `lstm_1_W`."""
    layers = {name.rpartition(".")[0] for name in tensors if "." in name}
    return {name.rpartition(".")[2] if len(layers) == 1 else name.replace(".", "_"): tensor for name, tensor in tensors.items()}
