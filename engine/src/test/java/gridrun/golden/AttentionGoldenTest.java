package gridrun.golden;

import gridrun.activation.GELU;
import gridrun.activation.ReLU;
import gridrun.init.RandomNormal;
import gridrun.nn.Embedding;
import gridrun.nn.Layer;
import gridrun.nn.MultiHeadAttention;
import gridrun.nn.PositionalEncoding;
import gridrun.nn.PositionalEncoding.Kind;
import gridrun.nn.TransformerEncoder;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionGoldenTest {

    private static final Map<String, Embedding> EMBEDDINGS = Map.of(
            "sequences", new Embedding(7, 5, new RandomNormal(0.05)),
            "one_word_again_and_again", new Embedding(1, 2, new RandomNormal(0.05)),
            "more_words_than_are_used", new Embedding(40, 3, new RandomNormal(0.05)));

    private static final Map<String, PositionalEncoding> POSITIONS = Map.of(
            "even", new PositionalEncoding(Kind.SINUSOIDAL),
            "odd", new PositionalEncoding(Kind.SINUSOIDAL),
            "one_of_everything", new PositionalEncoding(Kind.SINUSOIDAL),
            "long", new PositionalEncoding(Kind.SINUSOIDAL),
            "learned", new PositionalEncoding(Kind.LEARNED));

    private static final Map<String, MultiHeadAttention> ATTENTION = Map.ofEntries(
            Map.entry("one_head", attention(1, false)),
            Map.entry("two_heads", attention(2, false)),
            Map.entry("heads_of_1", attention(3, false)),
            Map.entry("causal", attention(2, true)),
            Map.entry("causal_one_time_step", attention(2, true)),
            Map.entry("one_time_step", attention(2, false)),
            Map.entry("causal_longer_than_a_vector", attention(1, true)),
            Map.entry("longer_than_a_vector", attention(1, false)),
            Map.entry("no_bias", new MultiHeadAttention(2, null, false, 0, false, null)),
            Map.entry("key_dim", new MultiHeadAttention(2, 5, false, 0, true, null)),
            Map.entry("key_dim_causal", new MultiHeadAttention(2, 5, true, 0, true, null)));

    private static final Map<String, TransformerEncoder> ENCODERS = Map.of(
            "post_norm", new TransformerEncoder(2, 5, null, 1, 0, false, new ReLU(), false, null),
            "pre_norm", new TransformerEncoder(2, 5, null, 1, 0, true, new ReLU(), false, null),
            "post_norm_causal_gelu", new TransformerEncoder(1, 6, null, 1, 0, false, new GELU(), true, null),
            "pre_norm_causal_gelu", new TransformerEncoder(4, 3, null, 1, 0, true, new GELU(), true, null),
            "two_layers_post_norm", new TransformerEncoder(2, 5, 4, 2, 0, false, new ReLU(), false, null),
            "two_layers_pre_norm", new TransformerEncoder(2, 5, 4, 2, 0, true, new ReLU(), true, null));

    private static MultiHeadAttention attention(int heads, boolean causal) {
        return new MultiHeadAttention(heads, null, causal, 0, true, null);
    }

    static Stream<Arguments> cases() {
        return Stream.of(Golden.cases("embedding", EMBEDDINGS), Golden.cases("positional_encoding", POSITIONS),
                Golden.cases("attention", ATTENTION), Golden.cases("transformer_encoder", ENCODERS))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, Layer layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
