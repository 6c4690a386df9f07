package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.component.Names;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Penalty;
import gridrun.graph.SimpleRecurrence;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.init.Zeros;
import gridrun.tensor.Shape;

/**
 * A simple recurrent layer, {@code h = f(x W + h U + b)}: its gradients fade or grow with every step back.
 *
 * <ul><li>x {@code [batch, time, in]}<li>W {@code [in, units]}<li>U {@code [units, units]}<li>b {@code [units]}
 * <li>y {@code [batch, units]}, or {@code [batch, time, units]}</ul>
 *
 * <p>b begins at zero. Source: Elman, Finding structure in time, 1990.
 *
 * <p>Example: {@code model: {layers: [{simple_rnn: {units: 32, activation: tanh}}]}}
 *
 * @param units the width of the state
 * @param activation f, element by element
 * @param returnSequences whether the output has the state of every step rather than of the last alone
 * @param goBackwards whether the last step is read first; the states then come out in that order
 * @param init of W; null for the model's
 * @param recurrentInit of U
 * @param l1 λ of the penalty {@code λ Σ|w|} on W and U; null where the run decides
 * @param l2 λ of the penalty {@code λ Σw²} on W and U; null where the run decides
 */
public record SimpleRnn(
        int units,
        @Default("tanh") Activation activation,
        @Default("false") boolean returnSequences,
        @Default("false") boolean goBackwards,
        @Default("null") Initializer init,
        @Default("orthogonal") Initializer recurrentInit,
        @Default("null") Double l1,
        @Default("null") Double l2) implements Recurrent {

    public SimpleRnn {
        Recurrent.check(units, l1, l2);
        Check.that(activation.function() != null, "activation", Names.of(activation.getClass()),
                "an activation that goes element by element");
    }

    @Override
    public SimpleRnn inherit(Activation modelActivation, Initializer modelInit) {
        return new SimpleRnn(units, activation, returnSequences, goBackwards, init == null ? modelInit : init,
                recurrentInit, l1, l2);
    }

    @Override
    public Node run(Graph graph, Node x) {
        Penalty penalty = new Penalty(l1, l2);
        Node w = graph.kernel("W", Shape.of(x.shape().last(), units), init == null ? new GlorotUniform() : init,
                penalty);
        Node u = graph.kernel("U", Shape.of(units, units), recurrentInit, penalty);
        Node b = graph.bias("b", Shape.of(units), new Zeros());
        return SimpleRecurrence.trace(graph, x, w, b, u, activation.function(), activation.parameter(),
                returnSequences);
    }
}
