package gridrun.nn;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Initializer;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;

/**
 * A learnt row of numbers for each of so many ids, such as the words of a vocabulary: {@code y = W[x, :]}.
 *
 * <ul><li>x {@code [batch, time]}: whole numbers in {@code [0, input_dim)}, which are data<li>W
 * {@code [input_dim, output_dim]}
 * <li>y {@code [batch, time, output_dim]}</ul>
 *
 * <p>Ids are read as the data have them, so that before this layer there can be {@code reshape} and {@code flatten}
 * alone. Numbers that are no ids are an error before training, or when the file is read if its data need no download.
 *
 * <p>Example: {@code model: {layers: [{embedding: {input_dim: 1000, output_dim: 16}}, {gru: 32}]} # whole numbers from
 * 0 to 999}
 *
 * @param inputDim how many ids there are
 * @param outputDim the width of a row
 * @param init of W, whatever the model's
 */
public record Embedding(int inputDim, int outputDim, @Default("random_normal") Initializer init) implements Layer {

    public Embedding {
        Check.positive("inputDim", inputDim);
        Check.positive("outputDim", outputDim);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("embedding");
        graph.require(x.shape().rank() == 2, x.shape().example(), "is no sequence of ids, which is", "[time]");
        graph.require(graph.isInput(x), x.shape().example(),
                "is computed; ids are read as the data have them, by the first layer or behind", "reshape");
        return graph.output(graph.lookUp(x, graph.kernel("W", Shape.of(inputDim, outputDim), init)));
    }

    @Override
    public boolean isParticular() {
        return true;
    }

    @Override
    public void checkInputs(float[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            float id = inputs[i];
            if (!(id >= 0 && id < inputDim && id == Math.rint(id))) {
                String number = id == Math.rint(id) ? "%.0f".formatted(id) : Float.toString(id);
                throw new Dataset.Unreadable(
                        "embedding: the input %s is not a whole number from 0 up to %d, input_dim being %d"
                                .formatted(number, inputDim - 1, inputDim));
            }
        }
    }
}
