"""Writes the golden values that the engine's tests compare with: what PyTorch computes in float64.

Run it anywhere; it writes below engine/src/test/resources/gridrun/golden, and twice the same:

    python3 -m venv venv && venv/bin/pip install -r engine/src/test/python/golden/requirements.txt
    venv/bin/python engine/src/test/python/golden/golden.py

Neither build nor tests run it. Run it after adding a case here, and add the case to the table of its test in
engine/src/test/java/gridrun/golden, which fails as long as the two differ. Parameters are kept in the engine's layout and turned into
PyTorch's by differentiable views, so that gradients come out in the engine's layout, too.

Dropout has no golden values: its random numbers are the engine's own.
"""

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)

import attention  # noqa: E402: after the choice of float64
import convolution  # noqa: E402
import dense  # noqa: E402
import losses  # noqa: E402
import normalization  # noqa: E402
import recurrence  # noqa: E402
import training  # noqa: E402

if __name__ == "__main__":
    for write in (dense.activations, dense.dense, dense.residual, dense.broadcasting,
                  convolution.conv1d, convolution.conv2d, convolution.pooling,
                  recurrence.recurrence, attention.embedding, attention.attention, attention.transformer_encoder,
                  attention.positional_encoding, normalization.layer_normalization, normalization.batch_normalization,
                  losses.losses, training.optimizers, training.regularization,
                  training.schedules):
        write()
