package gridrun.golden;

import gridrun.activation.ReLU;
import gridrun.activation.Tanh;
import gridrun.init.Orthogonal;
import gridrun.nn.Bidirectional;
import gridrun.nn.Bidirectional.Merge;
import gridrun.nn.GRU;
import gridrun.nn.LSTM;
import gridrun.nn.Layer;
import gridrun.nn.Recurrent;
import gridrun.nn.SimpleRnn;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrenceGoldenTest {

    private static final Map<String, Layer> LAYERS = new HashMap<>();

    /** Makes a kind of layer. */
    private interface Kind {
        Recurrent of(int units, boolean returnSequences, boolean goBackwards);
    }

    static {
        all("simple_rnn", (units, sequences, backwards) -> new SimpleRnn(units, new Tanh(), sequences, backwards, null,
                new Orthogonal(1), null, null));
        all("lstm", (units, sequences, backwards) -> new LSTM(units, sequences, backwards, null, new Orthogonal(1),
                null, null));
        all("gru", (units, sequences, backwards) -> new GRU(units, sequences, backwards, null, new Orthogonal(1), null,
                null));
        LAYERS.put("simple_rnn_relu", new SimpleRnn(3, new ReLU(), true, false, null, new Orthogonal(1), null, null));
    }

    private static void all(String name, Kind kind) {
        LAYERS.put(name + "_last", kind.of(3, false, false));
        LAYERS.put(name + "_sequences", kind.of(3, true, false));
        LAYERS.put(name + "_backwards_last", kind.of(2, false, true));
        LAYERS.put(name + "_backwards_sequences", kind.of(2, true, true));
        LAYERS.put(name + "_one_time_step", kind.of(2, true, false));
        LAYERS.put(name + "_one_of_everything", kind.of(1, false, false));
        LAYERS.put(name + "_long", kind.of(2, false, false));
        LAYERS.put(name + "_bidirectional", new Bidirectional(kind.of(2, false, false), Merge.CONCAT));
        LAYERS.put(name + "_bidirectional_sequences", new Bidirectional(kind.of(2, true, false), Merge.CONCAT));
        LAYERS.put(name + "_bidirectional_sum", new Bidirectional(kind.of(2, false, false), Merge.SUM));
        LAYERS.put(name + "_bidirectional_sequences_sum", new Bidirectional(kind.of(2, true, false), Merge.SUM));
    }

    static Stream<Arguments> cases() {
        return Golden.cases("recurrence", LAYERS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, Layer layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
