"""Convolution and pooling: images [batch, height, width, channels], sequences [batch, time, features]."""

import torch
import torch.nn.functional as F

from cases import Topic, fit


def same(size, kernel, stride, dilation):
    """TensorFlow's same-padding (before, after): as many outputs as strides begin, the odd one behind."""
    total = max((-(-size // stride) - 1) * stride + (kernel - 1) * dilation + 1 - size, 0)
    return total // 2, total - total // 2


def pad(x, padding, kernel, stride, dilation, value=0.0):
    """Pads the last axes of channels-first x as asked: F.pad counts from the last axis on."""
    if padding == "valid":
        return x
    amounts = [same(*sizes) for sizes in zip(x.shape[2:], kernel, stride, dilation)]
    return F.pad(x, [amount for pair in reversed(amounts) for amount in pair], value=value)


def pair(number):
    return number if isinstance(number, tuple) else (number, number)


def conv2d():
    topic = Topic("conv2d")
    for name, shape, filters, kernel, options in (
            ("valid", (2, 5, 4, 2), 3, 3, {}),
            ("same", (2, 5, 4, 2), 3, 3, {"padding": "same"}),
            ("same_even_kernel", (2, 5, 4, 2), 2, (2, 4), {"padding": "same"}),
            ("same_stride_2_even", (2, 6, 6, 2), 3, 3, {"padding": "same", "stride": 2}),
            ("same_stride_2_odd", (2, 5, 7, 2), 3, 3, {"padding": "same", "stride": 2}),
            ("same_stride_3", (2, 7, 8, 1), 3, (5, 3), {"padding": "same", "stride": 3}),
            ("same_kernel_larger_than_the_image", (2, 2, 3, 2), 3, 5, {"padding": "same"}),
            ("same_stride_larger_than_the_kernel", (2, 7, 5, 2), 3, 2, {"padding": "same", "stride": 3}),
            ("valid_stride_2_leaves_a_rest", (2, 6, 6, 2), 3, 3, {"stride": 2}),
            ("valid_stride_1_2", (1, 4, 5, 2), 3, (2, 3), {"stride": (1, 2)}),
            ("valid_dilation_2", (2, 6, 7, 1), 2, 3, {"dilation": 2}),
            ("same_dilation_2", (2, 5, 6, 2), 2, 3, {"padding": "same", "dilation": 2}),
            ("groups", (2, 4, 4, 4), 6, 3, {"padding": "same", "groups": 2}),
            ("groups_stride_2", (2, 5, 4, 6), 3, 2, {"groups": 3, "stride": 2}),
            ("depthwise", (2, 4, 5, 3), 3, 3, {"padding": "same", "groups": 3}),
            ("depthwise_twice", (1, 5, 5, 3), 6, 3, {"groups": 3}),
            ("pointwise", (2, 3, 4, 5), 4, 1, {}),
            ("pointwise_stride_2", (2, 5, 4, 3), 4, 1, {"stride": 2}),
            ("whole_image", (3, 3, 4, 2), 4, (3, 4), {}),
            ("no_bias", (2, 4, 4, 2), 3, 3, {"padding": "same", "bias": False}),
            ("relu", (2, 5, 4, 2), 3, 3, {"padding": "same", "activation": F.relu}),
            ("one_of_everything", (1, 1, 1, 1), 1, 1, {})):
        _convolve(topic, name, shape, filters, pair(kernel), 2, F.conv2d, **options)
    topic.write()


def conv1d():
    topic = Topic("conv1d")
    for name, shape, filters, kernel, options in (
            ("valid", (2, 7, 3), 4, 3, {}),
            ("same", (2, 7, 3), 4, 3, {"padding": "same"}),
            ("same_even_kernel", (2, 6, 2), 3, 4, {"padding": "same"}),
            ("same_stride_2", (2, 8, 2), 3, 3, {"padding": "same", "stride": 2}),
            ("valid_stride_3", (2, 9, 2), 3, 2, {"stride": 3}),
            ("same_dilation_3", (2, 8, 2), 3, 3, {"padding": "same", "dilation": 3}),
            ("groups", (2, 6, 4), 6, 3, {"groups": 2}),
            ("no_bias", (2, 5, 2), 3, 2, {"bias": False})):
        _convolve(topic, name, shape, filters, (kernel,), 1, F.conv1d, **options)
    topic.write()


def _convolve(topic, name, shape, filters, kernel, axes, function,
              padding="valid", stride=1, dilation=1, groups=1, bias=True, activation=lambda y: y):
    draws = topic.begin(name)
    layer = f"conv{axes}d_1"
    stride, dilation = pair(stride)[:axes], pair(dilation)[:axes]
    inputs = shape[-1] // groups
    fan = inputs * torch.Size(kernel).numel()
    parameters = {"x": draws.normal(*shape), f"{layer}.W": draws.normal(*kernel, inputs, filters, scale=fan ** -0.5)}
    if bias:
        parameters[f"{layer}.b"] = draws.normal(filters, scale=0.5)

    def convolution(x, W, b=None):
        channels_first = pad(x.movedim(-1, 1), padding, kernel, stride, dilation)
        weight = W.movedim((-1, -2), (0, 1))
        return activation(function(channels_first, weight, b, stride, 0, dilation, groups).movedim(1, -1))

    target = draws.normal(*convolution(*parameters.values()).shape)
    fit(topic, parameters, target, convolution)


def pooling():
    topic = Topic("pooling")
    for name, shape, size, stride, padding in (
            ("of_2", (2, 4, 6, 3), 2, 2, "valid"),
            ("of_2_leaves_a_rest", (2, 5, 7, 2), 2, 2, "valid"),
            ("overlapping", (2, 5, 5, 2), 3, 2, "valid"),
            ("overlapping_same", (2, 4, 6, 2), 3, 2, "same"),
            ("each_place_same", (2, 4, 3, 2), 3, 1, "same"),
            ("even_same", (2, 5, 4, 2), 2, 1, "same"),
            ("of_2_3", (2, 4, 6, 2), (2, 3), (2, 3), "valid"),
            ("of_3_2_stride_1_2_same", (2, 5, 5, 2), (3, 2), (1, 2), "same"),
            ("gaps", (2, 7, 5, 2), 2, 3, "same"),
            ("whole_image", (3, 3, 4, 2), (3, 4), 1, "valid")):
        size, stride = pair(size), pair(stride)
        _pool(topic, f"max_2d_{name}", shape, lambda x: _maximum(x, size, stride, padding))
        _pool(topic, f"average_2d_{name}", shape, lambda x: _average(x, size, stride, padding))
    for name, shape, size, stride, padding in (
            ("of_2", (2, 6, 3), 2, 2, "valid"),
            ("overlapping_same", (2, 8, 2), 3, 2, "same")):
        _pool(topic, f"max_1d_{name}", shape, lambda x: _maximum(x, (size,), (stride,), padding))
        _pool(topic, f"average_1d_{name}", shape, lambda x: _average(x, (size,), (stride,), padding))
    _pool(topic, "global_average_of_images", (2, 3, 4, 5), lambda x: x.mean(dim=(1, 2)))
    _pool(topic, "global_average_of_sequences", (3, 4, 5), lambda x: x.mean(dim=1))
    topic.write()


def _pool(topic, name, shape, pool):
    draws = topic.begin(name)
    x = draws.distinct(*shape)
    # A small rate: a maximum that falls until it meets the next one would hop between the two, each time by chance.
    fit(topic, {"x": x}, draws.normal(*pool(x).shape), pool, rate=0.25)


def _maximum(x, size, stride, padding):
    padded = pad(x.movedim(-1, 1), padding, size, stride, (1, 1), value=float("-inf"))
    return (F.max_pool2d if len(size) == 2 else F.max_pool1d)(padded, size, stride).movedim(1, -1)


def _average(x, size, stride, padding):
    """The mean of what lies inside: the mean with zeros around, divided by the share that lies inside."""
    pool = F.avg_pool2d if len(size) == 2 else F.avg_pool1d
    padded, inside = (pool(pad(y.movedim(-1, 1), padding, size, stride, (1, 1)), size, stride)
                      for y in (x, torch.ones_like(x)))
    return (padded / inside).movedim(1, -1)
