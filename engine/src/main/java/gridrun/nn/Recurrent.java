package gridrun.nn;

import gridrun.component.Check;
import gridrun.component.Names;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Reverse;
import gridrun.tensor.Shape;

/**
 * A layer whose units go along a sequence and see their own state of the step before.
 *
 * <ul><li>x {@code [batch, time, in]}<li>y {@code [batch, units]}, or {@code [batch, time, units]}</ul>
 */
public sealed interface Recurrent extends Layer permits LSTM, GRU, SimpleRnn {

    /** The width of the state. */
    int units();

    /** Whether the result is every state or the last alone. */
    boolean returnSequences();

    /** Whether the last step is read first. */
    boolean goBackwards();

    /**
     * Adds parameters and operations in the scope that was entered last, for x with time in front of the batch; so is
     * the result.
     */
    Node run(Graph graph, Node x);

    @Override
    default Node trace(Graph graph, Node x) {
        graph.enter(Names.of(getClass()));
        Node sequence = timeFirst(graph, x);
        Node states = along(graph, sequence, goBackwards());
        return graph.output(returnSequences() ? exchanged(graph, states) : states);
    }

    /** Runs over a sequence as {@link #run}, from its first step on or from its last; the graph notes which. */
    default Node along(Graph graph, Node sequence, boolean backwards) {
        Node states = run(graph, backwards ? Reverse.trace(graph, sequence) : sequence);
        graph.passage(states, backwards);
        return states;
    }

    /** x [batch, time, in] as [time, batch, in], so that the rows of a step lie together. */
    static Node timeFirst(Graph graph, Node x) {
        graph.require(x.shape().rank() == 3, x.shape().example(), "is no sequence, which is", "[time, features]");
        return exchanged(graph, x);
    }

    /** x with its first two axes exchanged; the same memory where one of them is 1. */
    static Node exchanged(Graph graph, Node x) {
        int first = x.shape().dimension(0), second = x.shape().dimension(1);
        return first == 1 || second == 1
                ? graph.view(x, Shape.of(second, first, x.shape().last()))
                : graph.permute(x, 1, 0, 2);
    }

    /** Checks what all of them have. */
    static void check(int units, Double l1, Double l2) {
        Check.positive("units", units);
        Check.notNegative("l1", l1 == null ? 0 : l1);
        Check.notNegative("l2", l2 == null ? 0 : l2);
    }
}
