"""Recurrent layers, over sequences [batch, time, features]; PyTorch's own modules with the engine's parameters."""

import torch

from cases import Topic, fit

GATES = {"simple_rnn": 1, "lstm": 4, "gru": 3}
MODULES = {"simple_rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}


def weights(W, U, b, c=None):
    """PyTorch has a second bias, which the GRU's candidate alone tells from the first."""
    second = torch.zeros_like(b) if c is None else torch.cat([torch.zeros(2 * len(c)), c])
    return {"weight_ih_l0": W.T, "weight_hh_l0": U.T, "bias_ih_l0": b, "bias_hh_l0": second}


def recur(kind, x, W, U, b, c=None, **options):
    """All outputs [batch, time, units]."""
    module = MODULES[kind](W.shape[0], U.shape[0], batch_first=True, **options)
    return torch.func.functional_call(module, weights(W, U, b, c), (x,))[0]


def recur_both_ways(kind, x, there, back):
    """All outputs of both directions [batch, time, 2 units], by PyTorch's bidirectional modules."""
    features, units = there["W"].shape[0], there["U"].shape[0]
    module = MODULES[kind](features, units, batch_first=True, bidirectional=True)
    parameters = {**weights(**there), **{f"{name}_reverse": tensor for name, tensor in weights(**back).items()}}
    return torch.func.functional_call(module, parameters, (x,))[0]


def draw(draws, kind, layer, features, units):
    gates = GATES[kind]
    parameters = {
        f"{layer}.W": draws.normal(features, gates * units, scale=0.6),
        f"{layer}.U": draws.normal(units, gates * units, scale=0.6),
        f"{layer}.b": draws.normal(gates * units, scale=0.3),
    }
    if kind == "gru":
        parameters[f"{layer}.c"] = draws.normal(units, scale=0.3)
    return parameters


def recurrence():
    topic = Topic("recurrence")
    for kind in GATES:
        for name, shape, units, sequences, backwards in (
                ("last", (3, 5, 2), 3, False, False),
                ("sequences", (3, 5, 2), 3, True, False),
                ("backwards_last", (2, 4, 3), 2, False, True),
                ("backwards_sequences", (2, 4, 3), 2, True, True),
                ("one_time_step", (3, 1, 2), 2, True, False),
                ("one_of_everything", (1, 1, 1), 1, False, False),
                ("long", (1, 20, 1), 2, False, False)):
            _layer(topic, f"{kind}_{name}", kind, shape, units, sequences, backwards)
    _layer(topic, "simple_rnn_relu", "simple_rnn", (3, 4, 2), 3, True, False, nonlinearity="relu")
    for kind in GATES:
        for name, sequences, together in (
                ("bidirectional", False, "concat"),
                ("bidirectional_sequences", True, "concat"),
                ("bidirectional_sum", False, "sum"),
                ("bidirectional_sequences_sum", True, "sum")):
            _both_ways(topic, f"{kind}_{name}", kind, (2, 4, 3), 2, sequences, together)
    topic.write()


def _layer(topic, name, kind, shape, units, sequences, backwards, **options):
    draws = topic.begin(name)

    def layer(x, W, U, b, c=None):
        # Backwards, the outputs come in the order in which they are computed, as in Keras.
        y = recur(kind, x.flip(1) if backwards else x, W, U, b, c, **options)
        return y if sequences else y[:, -1]

    parameters = {"x": draws.normal(*shape), **draw(draws, kind, f"{kind}_1", shape[-1], units)}
    target = draws.normal(*((shape[0], shape[1], units) if sequences else (shape[0], units)), scale=0.5)
    fit(topic, parameters, target, layer)


def _both_ways(topic, name, kind, shape, units, sequences, together):
    draws = topic.begin(name)

    def layer(x, **parameters):
        there, back = ({argument.split("_1_")[1]: tensor for argument, tensor in parameters.items() if argument.startswith(way)}
                       for way in ("forward", "backward"))
        y = recur_both_ways(kind, x, there, back)
        # The last state of the way back is that of the first step.
        there, back = (y[..., :units], y[..., units:]) if sequences else (y[:, -1, :units], y[:, 0, units:])
        return there + back if together == "sum" else torch.cat([there, back], dim=-1)

    parameters = {
        "x": draws.normal(*shape),
        **draw(draws, kind, f"forward_{kind}_1", shape[-1], units),
        **draw(draws, kind, f"backward_{kind}_1", shape[-1], units),
    }
    width = units if together == "sum" else 2 * units
    fit(topic, parameters, draws.normal(*(shape[:2] if sequences else shape[:1]), width, scale=0.5), layer)
