"""JAX, an epoch with its evaluation in one jitted call, from the command line to the end of what startup.py waits for."""

import os
import sys

from workloads import cores

if cores() == 1:
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402

import startup_tasks as tasks  # noqa: E402


def net(key, *widths):
    return [(jax.random.normal(key, (a, b)) * (2 / a) ** .5, jnp.zeros(b)) for a, b in zip(widths, widths[1:])]


def forward(p, x):
    for w, b in p[:-1]:
        x = jax.nn.relu(x @ w + b)
    return x @ p[-1][0] + p[-1][1]


def classes_loss(p, x, y):
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(forward(p, x)), y[:, None], 1))


def binary_loss(p, x, y):
    z = forward(p, x)[:, 0]
    return jnp.mean(jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z))))


def epoch(loss, update, state, x, y, key, batch):
    """All whole batches in an order of their own; `update` makes the next state of a state and a gradient."""
    order = jax.random.permutation(key, len(x))[:len(x) // batch * batch].reshape(-1, batch)

    def step(state, chosen):
        return update(state, jax.grad(loss)(state[0], x[chosen], y[chosen])), None

    return jax.lax.scan(step, state, order)[0]


def adam(state, g):
    p, m, v, t = state
    t = t + 1
    m = jax.tree.map(lambda m, g: .9 * m + .1 * g, m, g)
    v = jax.tree.map(lambda v, g: .999 * v + .001 * g * g, v, g)
    p = jax.tree.map(lambda p, m, v: p - .001 * (m / (1 - .9 ** t)) / (jnp.sqrt(v / (1 - .999 ** t)) + 1e-8), p, m, v)
    return p, m, v, t


def mnist_mlp():
    (x, y), *rest = tasks.mnist()
    p = net(jax.random.PRNGKey(0), 784, 128, 10)
    zeros = jax.tree.map(jnp.zeros_like, p)

    @jax.jit
    def train(state, x, y, key):
        return epoch(classes_loss, adam, state, x, y, key, 64)

    @jax.jit
    def evaluate(p, x, y):
        return classes_loss(p, x, y), jnp.mean(jnp.argmax(forward(p, x), 1) == y)

    p = train((p, zeros, zeros, jnp.float32(0)), x, y, jax.random.PRNGKey(1))[0]
    for inputs, classes in rest:
        print(*(float(figure) for figure in evaluate(p, inputs, classes)))


def lr_sweep():
    @jax.jit
    def train(p, rate, train, held, key):
        def update(state, g):
            return (jax.tree.map(lambda p, g: p - rate * g, state[0], g),)

        p, = epoch(binary_loss, update, (p,), *train, key, 32)
        return p, binary_loss(p, *held)

    for rate in tasks.RATES:
        for seed in tasks.SEEDS:
            p, (data, held), key = net(jax.random.PRNGKey(seed), 2, 64, 32, 1), tasks.moons(seed), jax.random.PRNGKey(seed)

            def validated(i):
                nonlocal p
                p, loss = train(p, rate, data, held, jax.random.fold_in(key, i))
                return float(loss)

            tasks.train(validated)


{"mnist-mlp": mnist_mlp, "lr-sweep": lr_sweep}[sys.argv[1]]()
