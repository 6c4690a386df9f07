"""Nets of 2-8-1, or empty trials, with one of the peers of small_runs.py, as many as it asks for; prints its version last."""

import logging
import os
import sys

import numpy as np

import startup_tasks as tasks

RATES = (0.003, 0.01, 0.03, 0.1, 0.3)
SEEDS = range(100)
EPOCHS, BATCH, HIDDEN = 5, 32, 8
GRID = [(rate, seed) for seed in SEEDS for rate in RATES][:int(sys.argv[2])]


def data(seed):
    return tasks.moons(seed, samples=100, noise=0.1, validation=20)


def pytorch():
    import torch
    from torch import nn

    torch.set_num_threads(1)  # a net this small is slower on two
    loss = nn.BCEWithLogitsLoss()
    for rate, seed in GRID:
        torch.manual_seed(seed)
        (x, y), held = [(torch.from_numpy(x), torch.from_numpy(y)[:, None]) for x, y in data(seed)]
        net = nn.Sequential(nn.Linear(2, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, 1))
        optimizer = torch.optim.Adam(net.parameters(), lr=rate, fused=True)
        for _ in range(EPOCHS):
            order = torch.randperm(len(x))
            for i in range(0, len(x), BATCH):
                chosen = order[i:i + BATCH]
                optimizer.zero_grad(set_to_none=True)
                loss(net(x[chosen]), y[chosen]).backward()
                optimizer.step()
            with torch.no_grad():
                loss(net(held[0]), held[1]).item()
    return torch.__version__


def jax():
    """All nets in one call, compiled once; the last, smaller batch is left out."""
    import jax
    import jax.numpy as jnp

    def forward(p, x):
        return (jax.nn.relu(x @ p[0] + p[1]) @ p[2] + p[3])[:, 0]

    def loss(p, x, y):
        z = forward(p, x)
        return jnp.mean(jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z))))

    def net(rate, key, x, y, held_x, held_y):
        first, second, key = jax.random.split(key, 3)
        p = (jax.random.normal(first, (2, HIDDEN)), jnp.zeros(HIDDEN), jax.random.normal(second, (HIDDEN, 1)), jnp.zeros(1))
        zeros = jax.tree.map(jnp.zeros_like, p)

        def step(state, chosen):
            p, m, v, t = state
            g, t = jax.grad(loss)(p, x[chosen], y[chosen]), t + 1
            m = jax.tree.map(lambda m, g: .9 * m + .1 * g, m, g)
            v = jax.tree.map(lambda v, g: .999 * v + .001 * g * g, v, g)
            p = jax.tree.map(lambda p, m, v: p - rate * (m / (1 - .9 ** t)) / (jnp.sqrt(v / (1 - .999 ** t)) + 1e-7), p, m, v)
            return (p, m, v, t), None

        def epoch(state, key):
            order = jax.random.permutation(key, len(x))[:len(x) // BATCH * BATCH].reshape(-1, BATCH)
            state = jax.lax.scan(step, state, order)[0]
            return state, loss(state[0], held_x, held_y)

        return jax.lax.scan(epoch, (p, zeros, zeros, jnp.float32(0)), jax.random.split(key, EPOCHS))[1]

    parts = [data(seed) for _, seed in GRID]
    stacked = [np.stack([part[i][j] for part in parts]) for i in range(2) for j in range(2)]
    keys = jnp.stack([jax.random.PRNGKey(seed) for _, seed in GRID])
    rates = jnp.asarray([rate for rate, _ in GRID])
    np.asarray(jax.jit(jax.vmap(net))(rates, keys, *stacked))
    return jax.__version__


def fitted(rate, seed):
    import warnings

    from sklearn.neural_network import MLPClassifier

    warnings.simplefilter("ignore")  # that five epochs are few
    (x, y), held = data(seed)
    return MLPClassifier((HIDDEN,), learning_rate_init=rate, batch_size=BATCH, max_iter=EPOCHS, alpha=0,
                         random_state=seed).fit(x, y).score(*held)


def sklearn():
    import joblib
    import sklearn

    joblib.Parallel(n_jobs=len(os.sched_getaffinity(0)))(joblib.delayed(fitted)(*cell) for cell in GRID)
    return f"{sklearn.__version__}, joblib {joblib.__version__}"


def ray():
    import ray
    from ray import tune

    ray.init(logging_level=logging.ERROR, include_dashboard=False, num_cpus=len(os.sched_getaffinity(0)))
    tune.Tuner(lambda trial: {"figure": trial["cell"][0]}, param_space={"cell": tune.grid_search(GRID)},
               run_config=tune.RunConfig(storage_path=os.getcwd(), verbose=0)).fit()
    return ray.__version__


def optuna():
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(storage="sqlite:///trials.db",
                                sampler=optuna.samplers.GridSampler({"cell": list(range(len(GRID)))}))
    study.optimize(lambda trial: GRID[trial.suggest_int("cell", 0, len(GRID) - 1)][0], n_trials=len(GRID))
    return optuna.__version__


print({"pytorch": pytorch, "jax": jax, "sklearn": sklearn, "ray": ray, "optuna": optuna}[sys.argv[1]]())
