package gridrun.nn;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Ones;
import gridrun.init.Zeros;
import gridrun.tensor.Shape;

/**
 * Brings each feature, or each channel of images, to mean 0 and variance 1 over the batch, then scales and shifts it:
 * {@code y = γ (x − mean) / √(variance + ε) + β}.
 *
 * <ul><li>x, y {@code [..., n]}<li>gamma, beta {@code [n]}, learnt from 1 and 0<li>mean, variance {@code [n]},
 * running</ul>
 *
 * <p>In training the mean and the biased variance are those of the batch, taken over all dimensions but the last.
 * Evaluation takes running ones, which belong to the weights, and of which the variance is unbiased. A batch that has
 * one number a feature, as a last batch of one example may, is normalized to 0 and moves no running statistic; where
 * every batch would, the file is refused.
 *
 * <p>Source: Ioffe and Szegedy, Batch normalization: accelerating deep network training by reducing internal covariate
 * shift, 2015.
 *
 * <p>Example: {@code model: {layers: [{dense: {units: 64, activation: linear}}, batch_normalization, {activation:
 * relu}]}}
 *
 * @param momentum the share of the past in the running mean and variance
 * @param epsilon ε, which keeps small variances from making large numbers
 */
public record BatchNormalization(@Default("0.9") double momentum, @Default("1e-5") double epsilon) implements Layer {

    public BatchNormalization {
        Check.fraction("momentum", momentum);
        Check.epsilon("epsilon", epsilon);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("batch_normalization");
        Shape columns = Shape.of(x.shape().last());
        Node gamma = graph.bias("gamma", columns, new Ones());
        Node beta = graph.bias("beta", columns, new Zeros());
        Node mean = graph.state("mean", columns, new Zeros());
        Node variance = graph.state("variance", columns, new Ones());
        return graph.output(graph.batchNormalization(x, gamma, beta, mean, variance, momentum, epsilon));
    }
}
