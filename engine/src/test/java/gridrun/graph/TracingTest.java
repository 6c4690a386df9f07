package gridrun.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.component.Check;
import gridrun.init.Zeros;
import gridrun.tensor.Shape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {

    private final Graph graph = new Graph();
    private final Node x = graph.input(Shape.of(2, 3));

    private static String refusal(Executable traced) {
        return assertThrows(Graph.ImpossibleShape.class, traced).getMessage();
    }

    private Node kernel(String name) {
        return graph.kernel(name, Shape.of(3, 3), new Zeros());
    }

    @Test
    @DisplayName("a layer that does not name itself has its weights in the layer before, which has some of that name")
    void kernel_ofANameThatTheLayerHas_isRefused() {
        graph.enter("dense");
        kernel("W");
        graph.enter("dense");
        kernel("W");
        assertEquals("dense_2 has a parameter W already; a layer names itself with enter first",
                refusal(() -> kernel("W")));
    }

    @Test
    void kernel_beforeALayerIsNamed_isRefused() {
        assertEquals("the parameter W belongs to no layer; a layer names itself with enter first",
                refusal(() -> kernel("W")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../x", "W/../V", "a.b", "ä"})
    @DisplayName("names become those of entries in an archive")
    void names_ofOtherCharacters_areRefused(String name) {
        String message = "'%s' is no name of a layer or a parameter: letters, digits and _".formatted(name);
        assertEquals(message, refusal(() -> graph.enter(name)));
        graph.enter("dense");
        assertEquals(message, refusal(() -> kernel(name)));
    }

    @Test
    void use_ofANodeOfAnotherGraph_isRefused() {
        graph.enter("late");
        Node kept = new Graph().input(Shape.of(2, 3));
        String message = "late_1: an operand is of another graph; a layer keeps no node from trace to trace";
        assertEquals(message, refusal(() -> graph.softmax(kept)));
        assertEquals(message, refusal(() -> graph.add(x, kept)));
        assertEquals(message, refusal(() -> graph.view(kept, Shape.of(6))));
    }

    @Test
    void permute_ofOtherAxesThanThereAre_isRefused() {
        graph.enter("turned");
        assertEquals("turned_1: [2, 3] cannot have its axes in the order [0, 0]",
                refusal(() -> graph.permute(x, 0, 0)));
        assertEquals("turned_1: [2, 3] cannot have its axes in the order [0, 2]",
                refusal(() -> graph.permute(x, 0, 2)));
        assertEquals("turned_1: [2, 3] cannot have its axes in the order [1]", refusal(() -> graph.permute(x, 1)));
        assertEquals(Shape.of(3, 2), graph.permute(x, 1, 0).shape());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void dropout_ofAShareThatIsNone_isRefused(double rate) {
        assertThrows(Check.Invalid.class, () -> graph.dropout(x, rate));
        Node qkv = graph.input(Shape.of(2, 4, 6));
        assertThrows(Check.Invalid.class, () -> graph.attention(qkv, 1, false, rate));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void gaussianNoise_ofADeviationThatIsNone_isRefused(double deviation) {
        assertThrows(Check.Invalid.class, () -> graph.gaussianNoise(x, deviation));
    }
}
