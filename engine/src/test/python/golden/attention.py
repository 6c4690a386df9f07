"""Embedding, attention and the encoder of the transformer, over sequences [batch, time, features]; dropout is 0."""

import torch
import torch.nn.functional as F

from cases import Topic, fit


def embedding():
    topic = Topic("embedding")
    for name, shape, words, width in (
            ("sequences", (3, 4), 7, 5),
            ("one_word_again_and_again", (4, 3), 1, 2),
            ("more_words_than_are_used", (2, 3), 40, 3)):
        draws = topic.begin(name)
        parameters = {"embedding_1.W": draws.normal(words, width)}
        ids = draws.integers(words, *shape)
        target = draws.normal(*shape, width)
        fit(topic, parameters, target, lambda W, ids: F.embedding(ids, W), inputs={"ids": ids}, rate=0.7)
    topic.write()


def causal_mask(x):
    return torch.nn.Transformer.generate_square_subsequent_mask(x.shape[1])


def attend(x, heads, causal, Wqkv, Wo, bqkv=None, bo=None):
    parameters = {"in_proj_weight": Wqkv.T, "out_proj.weight": Wo.T}
    if bqkv is not None:
        parameters.update({"in_proj_bias": bqkv, "out_proj.bias": bo})
    module = torch.nn.MultiheadAttention(x.shape[-1], heads, bias=bqkv is not None, batch_first=True)
    mask = causal_mask(x) if causal else None
    return torch.func.functional_call(module, parameters, (x, x, x), {"attn_mask": mask, "need_weights": False})[0]


def attend_with_key_width(x, heads, causal, Wqkv, Wo, bqkv, bo):
    """The same for heads whose widths do not add up to the features', which PyTorch's module does not have."""
    q, k, v = (part.unflatten(-1, (heads, -1)).transpose(1, 2) for part in (x @ Wqkv + bqkv).chunk(3, dim=-1))
    attended = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
    return attended.transpose(1, 2).flatten(2) @ Wo + bo


def draw(draws, layer, d, width=None):
    width = width or d
    return {
        f"{layer}.Wqkv": draws.normal(d, 3 * width, scale=d ** -0.5),
        f"{layer}.bqkv": draws.normal(3 * width, scale=0.3),
        f"{layer}.Wo": draws.normal(width, d, scale=width ** -0.5),
        f"{layer}.bo": draws.normal(d, scale=0.3),
    }


def attention():
    topic = Topic("attention")
    layer = "multi_head_attention_1"
    for name, shape, heads, causal in (
            ("one_head", (2, 4, 3), 1, False),
            ("two_heads", (2, 3, 6), 2, False),
            ("heads_of_1", (2, 4, 3), 3, False),
            ("causal", (2, 5, 4), 2, True),
            ("causal_one_time_step", (3, 1, 4), 2, True),
            ("one_time_step", (3, 1, 4), 2, False),
            ("causal_longer_than_a_vector", (1, 19, 2), 1, True),
            ("longer_than_a_vector", (1, 19, 2), 1, False)):
        draws = topic.begin(name)
        parameters = {"x": draws.normal(*shape), **draw(draws, layer, shape[-1])}
        fit(topic, parameters, draws.normal(*shape), lambda x, **weights: attend(x, heads, causal, **weights), rate=0.2)

    draws = topic.begin("no_bias")
    parameters = {name: tensor for name, tensor in draw(draws, layer, 4).items() if ".W" in name}
    fit(topic, {"x": draws.normal(2, 3, 4), **parameters}, draws.normal(2, 3, 4),
        lambda x, **weights: attend(x, 2, False, **weights))
    for name, causal in (("key_dim", False), ("key_dim_causal", True)):
        draws = topic.begin(name)
        fit(topic, {"x": draws.normal(2, 4, 3), **draw(draws, layer, 3, 2 * 5)}, draws.normal(2, 4, 3),
            lambda x, **weights: attend_with_key_width(x, 2, causal, **weights))
    topic.write()


def encode(x, heads, norm_first, activation, causal, weights):
    """One of PyTorch's encoder layers."""
    d, inner = weights["W1"].shape
    module = torch.nn.TransformerEncoderLayer(d, heads, inner, 0.0, activation, batch_first=True, norm_first=norm_first)
    parameters = {
        "self_attn.in_proj_weight": weights["Wqkv"].T, "self_attn.in_proj_bias": weights["bqkv"],
        "self_attn.out_proj.weight": weights["Wo"].T, "self_attn.out_proj.bias": weights["bo"],
        "linear1.weight": weights["W1"].T, "linear1.bias": weights["b1"],
        "linear2.weight": weights["W2"].T, "linear2.bias": weights["b2"],
        "norm1.weight": weights["gamma1"], "norm1.bias": weights["beta1"],
        "norm2.weight": weights["gamma2"], "norm2.bias": weights["beta2"],
    }
    return torch.func.functional_call(module, parameters, (x,), {"src_mask": causal_mask(x) if causal else None})


def transformer_encoder():
    topic = Topic("transformer_encoder")
    for name, shape, heads, inner, layers, norm_first, activation, causal in (
            ("post_norm", (2, 3, 4), 2, 5, 1, False, "relu", False),
            ("pre_norm", (2, 3, 4), 2, 5, 1, True, "relu", False),
            ("post_norm_causal_gelu", (2, 4, 4), 1, 6, 1, False, "gelu", True),
            ("pre_norm_causal_gelu", (2, 4, 4), 4, 3, 1, True, "gelu", True),
            ("two_layers_post_norm", (2, 3, 4), 2, 5, 2, False, "relu", False),
            ("two_layers_pre_norm", (2, 3, 4), 2, 5, 2, True, "relu", True)):
        draws = topic.begin(name)
        d = shape[-1]
        parameters = {"x": draws.normal(*shape)}
        names = [f"transformer_encoder_{i + 1}" for i in range(layers)]
        for layer in names:
            parameters.update(draw(draws, layer, d))
            parameters.update({
                f"{layer}.W1": draws.normal(d, inner, scale=d ** -0.5), f"{layer}.b1": draws.normal(inner, scale=0.3),
                f"{layer}.W2": draws.normal(inner, d, scale=inner ** -0.5), f"{layer}.b2": draws.normal(d, scale=0.3),
                f"{layer}.gamma1": draws.normal(d, scale=0.3) + 1, f"{layer}.beta1": draws.normal(d, scale=0.3),
                f"{layer}.gamma2": draws.normal(d, scale=0.3) + 1, f"{layer}.beta2": draws.normal(d, scale=0.3),
            })

        def encoder(x, **weights):
            for layer in names:
                own = {k.removeprefix(layer + "_"): w for k, w in weights.items() if layers == 1 or k.startswith(layer)}
                x = encode(x, heads, norm_first, activation, causal, own)
            return x

        fit(topic, parameters, draws.normal(*shape), encoder, rate=0.005)
    topic.write()


def positional_encoding():
    topic = Topic("positional_encoding")
    for name, shape in (("even", (2, 5, 6)), ("odd", (1, 3, 5)), ("one_of_everything", (1, 1, 1)), ("long", (1, 40, 2))):
        _, time, features = shape
        column = torch.arange(features)
        angle = torch.arange(time).double()[:, None] / 10_000 ** ((column - column % 2) / features)
        sinusoids = torch.where(column % 2 == 0, torch.sin(angle), torch.cos(angle))
        draws = topic.begin(name)
        fit(topic, {"x": draws.normal(*shape)}, draws.normal(*shape), lambda x: x + sinusoids)
    draws = topic.begin("learned")
    fit(topic, {"x": draws.normal(3, 4, 5), "positional_encoding_1.P": draws.normal(4, 5)}, draws.normal(3, 4, 5),
        lambda x, P: x + P)
    topic.write()
