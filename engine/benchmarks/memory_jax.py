"""Trains the net of an experiment with JAX for two epochs, a jitted step after the other: `memory_jax.py lr-sweep`."""

import math
import sys

import jax
import jax.numpy as jnp
from memory_nets import NETS

KEY = jax.random.PRNGKey(1)


def init(*shape):
    return jax.random.normal(KEY, shape) * .05


def dense(shape, units):
    return (init(shape[-1], units), jnp.zeros(units)), lambda p, x: jax.nn.relu(x @ p[0] + p[1]), (*shape[:-1], units)


def conv(shape, filters):
    def apply(p, x):
        return jax.nn.relu(p[1] + jax.lax.conv_general_dilated(
            x, p[0], (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")))

    return (init(3, 3, shape[-1], filters), jnp.zeros(filters)), apply, (*shape[:2], filters)


def pool(shape):
    def apply(_, x):
        return jax.lax.reduce_window(x, -jnp.inf, jax.lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")

    return (), apply, (shape[0] // 2, shape[1] // 2, shape[2])


def flatten(shape):
    return (), lambda _, x: x.reshape(x.shape[0], -1), (math.prod(shape),)


def lstm(shape, units):
    def apply(p, x):
        def cell(state, gates):
            h, c = state
            i, f, g, o = jnp.split(gates + h @ p[1], 4, 1)
            c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
            return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None

        zero = jnp.zeros((x.shape[0], units))
        return jax.lax.scan(cell, (zero, zero), x.transpose(1, 0, 2) @ p[0] + p[2])[0][0]

    return (init(shape[-1], 4 * units), init(units, 4 * units), jnp.zeros(4 * units)), apply, (units,)


def embedding(shape, rows, width):
    return (init(rows, width),), lambda p, x: p[0][x], (*shape, width)


def encoder(shape, heads, hidden):
    d = shape[-1]

    def normalized(x):
        return (x - x.mean(-1, keepdims=True)) * jax.lax.rsqrt(x.var(-1, keepdims=True) + 1e-5)

    def split(x):
        return x.reshape(x.shape[0], -1, heads, d // heads).transpose(0, 2, 1, 3)

    def apply(p, x):
        q, k, v = (split(part) for part in jnp.split(x @ p[0], 3, -1))
        attention = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / (d // heads) ** 0.5)
        x = normalized(x + (attention @ v).transpose(0, 2, 1, 3).reshape(x.shape) @ p[1])
        return normalized(x + jax.nn.relu(x @ p[2]) @ p[3])

    return (init(d, 3 * d), init(d, d), init(d, hidden), init(hidden, d)), apply, shape


def mean(shape):
    return (), lambda _, x: x.mean(1), shape[1:]


def network(net):
    shape, parameters, layers = net.shape, [], []
    for word, *sizes in net.layers:
        p, apply, shape = globals()[word](shape, *sizes)
        parameters.append(p)
        layers.append(apply)
    parameters.append((init(shape[-1], net.units), jnp.zeros(net.units)))

    def forward(p, x):
        for own, apply in zip(p, layers):
            x = apply(own, x)
        return x @ p[-1][0] + p[-1][1]

    return parameters, forward


def main(net):
    ids = net.layers[0][0] == "embedding"
    size = (net.examples, *net.shape)
    x = jax.random.randint(KEY, size, 0, net.layers[0][1]) if ids else jax.random.uniform(KEY, size)
    y = jax.random.randint(KEY, (net.examples,), 0, max(2, net.classes))
    parameters, forward = network(net)

    def loss(p, inputs, targets):
        scores = forward(p, inputs)
        if net.classes > 2:
            return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(scores), targets[:, None], 1))
        return jnp.mean((scores[:, 0] - targets) ** 2)

    @jax.jit
    def step(state, chosen):
        p, m, v = state
        g = jax.grad(loss)(p, x[chosen], y[chosen])
        if net.optimizer == "sgd":
            return jax.tree.map(lambda p, g: p - .01 * g, p, g), m, v
        m = jax.tree.map(lambda m, g: .9 * m + .1 * g, m, g)
        v = jax.tree.map(lambda v, g: .999 * v + .001 * g * g, v, g)
        return jax.tree.map(lambda p, m, v: p - .001 * m / (jnp.sqrt(v) + 1e-8), p, m, v), m, v

    zeros = jax.tree.map(jnp.zeros_like, parameters) if net.optimizer == "adam" else ()
    state = (parameters, zeros, zeros)
    for epoch in range(2):
        order = jax.random.permutation(jax.random.PRNGKey(epoch), net.examples)
        for i in range(0, net.examples - net.batch + 1, net.batch):
            state = step(state, order[i:i + net.batch])
    jax.block_until_ready(state)


main(NETS[sys.argv[1]])
