"""JAX, the whole loop jitted: shuffling, gathering and steps of whole epochs in one compiled call; convolutions by the step.

`NETS=20` trains so many networks at once, each with its own weights, order and learning rate (vmap); the figure is then a
step of one of them. Large networks are not vmapped: nobody trains twenty of them at once on a CPU.
"""

import os

from workloads import PRODUCTS, best_product, best_seconds, cores, epochs_a_call, main

if cores() == 1:
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402


def dense(workload, init):
    widths = (workload.inputs, *workload.widths)
    parameters = [(init(a, b), jnp.zeros(b)) for a, b in zip(widths, widths[1:])]

    def forward(p, x):
        for w, b in p[:-1]:
            x = jax.nn.relu(x @ w + b)
        return x @ p[-1][0] + p[-1][1]

    return parameters, forward


def cnn(workload, init):
    first, second = workload.widths
    parameters = [init(3, 3, 1, first), jnp.zeros(first), init(3, 3, first, second), jnp.zeros(second),
                  init(second * 49, 10), jnp.zeros(10)]

    def convolve(x, w, b):
        x = jax.lax.conv_general_dilated(x, w, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
        return jax.lax.reduce_window(
            jax.nn.relu(x + b), -jnp.inf, jax.lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")

    def forward(p, x):
        x = convolve(convolve(x.reshape(-1, 28, 28, 1), p[0], p[1]), p[2], p[3])
        return x.reshape(x.shape[0], -1) @ p[4] + p[5]

    return parameters, forward


def lstm(workload, init):
    parameters, width = [], workload.shape[1]
    for units in workload.widths:
        parameters.append((init(width, 4 * units), init(units, 4 * units), jnp.zeros(4 * units)))
        width = units
    parameters.append((init(width, 10), jnp.zeros(10)))

    def forward(p, x):
        x = x.reshape(-1, *workload.shape).transpose(1, 0, 2)
        for w, u, b in p[:-1]:
            def cell(state, gates):
                h, c = state
                i, f, g, o = jnp.split(gates + h @ u, 4, 1)
                c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
                h = jax.nn.sigmoid(o) * jnp.tanh(c)
                return (h, c), h

            zero = jnp.zeros((x.shape[1], u.shape[0]))
            x = jax.lax.scan(cell, (zero, zero), x @ w + b)[1]
        return x[-1] @ p[-1][0] + p[-1][1]

    return parameters, forward


def resnet(workload, init):
    """Normalized by the batch's statistics alone: no running ones are kept."""
    def filters(size, before, after):
        return init(size, size, before, after), jnp.ones(after), jnp.zeros(after)

    widths = workload.widths
    parameters = [filters(3, workload.shape[2], widths[0])]
    for before, after in zip((widths[0], *widths), widths):
        parameters.append((filters(3, before, after), filters(3, after, after),
                           None if before == after else init(1, 1, before, after)))
    parameters.append((init(widths[-1], 10), jnp.zeros(10)))

    def convolve(x, w, stride=1):
        return jax.lax.conv_general_dilated(
            x, w, (stride, stride), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))

    def normalized(x, gamma, beta):
        mean = x.mean((0, 1, 2))
        return (x - mean) * (jax.lax.rsqrt(x.var((0, 1, 2)) + 1e-5) * gamma) + beta

    def forward(p, x):
        w, gamma, beta = p[0]
        x = jax.nn.relu(normalized(convolve(x.reshape(-1, *workload.shape), w), gamma, beta))
        for (w1, gamma1, beta1), (w2, gamma2, beta2), projection in p[1:-1]:
            stride = 1 if projection is None else 2
            y = jax.nn.relu(normalized(convolve(x, w1, stride), gamma1, beta1))
            y = normalized(convolve(y, w2), gamma2, beta2)
            x = jax.nn.relu(y + (x if projection is None else convolve(x, projection, stride)))
        return x.mean((1, 2)) @ p[-1][0] + p[-1][1]

    return parameters, forward


def transformer(workload, init):
    d, heads, hidden = workload.widths
    one, zero = jnp.ones(d), jnp.zeros(d)
    parameters = [init(28, d), zero, init(d, 3 * d), jnp.zeros(3 * d), init(d, d), zero, one, zero,
                  init(d, hidden), jnp.zeros(hidden), init(hidden, d), zero, one, zero, init(d, 10), jnp.zeros(10)]

    def normalize(x, gamma, beta):
        mean = x.mean(-1, keepdims=True)
        return (x - mean) * jax.lax.rsqrt(x.var(-1, keepdims=True) + 1e-5) * gamma + beta

    def split(x):
        return x.reshape(x.shape[0], 28, heads, d // heads).transpose(0, 2, 1, 3)

    def forward(p, x):
        x = x.reshape(-1, 28, 28) @ p[0] + p[1]
        q, k, v = (split(part) for part in jnp.split(x @ p[2] + p[3], 3, -1))
        attention = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / (d // heads) ** 0.5)
        x = normalize(x + (attention @ v).transpose(0, 2, 1, 3).reshape(x.shape) @ p[4] + p[5], p[6], p[7])
        x = normalize(x + jax.nn.relu(x @ p[8] + p[9]) @ p[10] + p[11], p[12], p[13])
        return x.mean(1) @ p[14] + p[15]

    return parameters, forward


def loss_of(workload, forward):
    if workload.classes == 2:
        def loss(p, x, y):
            z, t = forward(p, x)[:, 0], y.astype(jnp.float32)
            return jnp.mean(jnp.maximum(z, 0) - z * t + jnp.log1p(jnp.exp(-jnp.abs(z))))
    else:
        def loss(p, x, y):
            return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(forward(p, x)), y[:, None], 1))
    return loss


def update(loss, x, y):
    """A function that takes one step of Adam: (parameters, means, squares, t), learning rate, indices -> the same."""
    def step(state, rate, chosen):
        p, m, v, t = state
        g = jax.grad(loss)(p, x[chosen], y[chosen])
        t = t + 1
        m = jax.tree.map(lambda m, g: .9 * m + .1 * g, m, g)
        v = jax.tree.map(lambda v, g: .999 * v + .001 * g * g, v, g)
        p = jax.tree.map(lambda p, m, v: p - rate * (m / (1 - .9 ** t)) / (jnp.sqrt(v / (1 - .999 ** t)) + 1e-8), p, m, v)
        return p, m, v, t

    return step


def batches(workload, key):
    return jax.random.permutation(key, workload.examples)[:workload.steps * workload.batch].reshape(workload.steps, -1)


def scanned(workload, step, epochs, compiled):
    """Whole epochs in one call: state, learning rate, key -> state."""
    def train(state, rate, key):
        def epoch(state, key):
            return jax.lax.scan(lambda state, chosen: (step(state, rate, chosen), None), state, batches(workload, key))

        return jax.lax.scan(epoch, state, jax.random.split(key, epochs))[0]

    return compiled(train)


def looped(workload, step, compiled):
    """The same a step a call, for one epoch: inside of a loop XLA's convolutions take five to thirty times as long."""
    shuffled, step = compiled(lambda key: batches(workload, key)), compiled(step)

    def train(state, rate, key):
        order = shuffled(key)
        for i in range(workload.steps):
            state = step(state, rate, order[..., i, :])
        return state

    return train


def step(workload, seconds):
    nets = int(os.environ.get("NETS", "1"))
    if nets > 1 and workload.large:
        return None
    key = jax.random.PRNGKey(1)
    x = jax.random.uniform(key, (workload.examples, workload.inputs))
    y = jax.random.randint(key, (workload.examples,), 0, workload.classes)

    def init(*shape):
        return jax.random.normal(key, shape) * .05

    def compiled(function):
        return jax.jit(function if nets == 1 else jax.vmap(function))

    build = {"dense": dense, "cnn": cnn, "lstm": lstm, "transformer": transformer, "resnet": resnet}[workload.kind]
    parameters, forward = build(workload, init)
    taken = update(loss_of(workload, forward), x, y)
    convolutions = workload.kind in ("cnn", "resnet")
    epochs = 1 if convolutions else epochs_a_call(workload)
    train = looped(workload, taken, compiled) if convolutions else scanned(workload, taken, epochs, compiled)
    zeros = jax.tree.map(jnp.zeros_like, parameters)
    state = (parameters, zeros, zeros, jnp.float32(0))
    rate, keys = jnp.float32(.001), key
    if nets > 1:
        state = jax.tree.map(lambda leaf: jnp.stack([leaf] * nets), state)
        rate, keys = jnp.linspace(.0005, .002, nets), jax.random.split(key, nets)

    def call():
        nonlocal state
        state = jax.block_until_ready(train(state, rate, keys))

    call()
    return best_seconds(call, seconds) / (nets * epochs * workload.steps)


def product(name, seconds):
    m, n, k = PRODUCTS[name]
    key = jax.random.PRNGKey(1)
    a, b = jax.random.normal(key, (m, k)), jax.random.normal(key, (k, n))
    multiply = jax.jit(jnp.matmul)
    return best_product(lambda: jax.block_until_ready(multiply(a, b)), name, seconds)


main(jax.__version__, step, product if os.environ.get("NETS", "1") == "1" else None)
