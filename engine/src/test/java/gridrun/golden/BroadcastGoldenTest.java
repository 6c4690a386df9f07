package gridrun.golden;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Zeros;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BroadcastGoldenTest {

    /** An operation of two nodes. */
    private interface Binary {
        Node of(Graph graph, Node a, Node b);
    }

    private static final Map<String, Binary> OPERATIONS = Map.of(
            "add_row", Graph::add,
            "subtract_column", Graph::subtract,
            "subtract_from_row", Graph::subtract,
            "multiply_middle", Graph::multiply,
            "multiply_each_other", Graph::multiply,
            "divide_by_column", Graph::divide,
            "divide_each_other", Graph::divide);

    static Stream<Arguments> cases() {
        return Golden.cases("broadcasting", OPERATIONS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void stretches_as_in_pytorch(String name, Binary operation, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision,
                (graph, x) -> operation.of(graph, x, graph.kernel("p", golden.shape("p"), new Zeros())));
    }
}
