// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Brings each feature, or each channel of images, to mean 0 and variance 1 over the batch, then scales and shifts it:
 * {@code y = γ (x − mean) / √(variance + ε) + β}.
 *
 * <p>In training the mean and the biased variance are those of the batch, taken over all dimensions but the last.
 * Evaluation takes running ones, which belong to the weights, and of which the variance is unbiased. A batch that has
 * one number a feature, as a last batch of one example may, is normalized to 0 and moves no running statistic; where
 * every batch would, the file is refused.
 *
 * <p>Shapes: x, y {@code [..., n]}; gamma, beta {@code [n]}, learnt from 1 and 0; mean, variance {@code [n]}, running.
 *
 * <p>Source: Ioffe and Szegedy, Batch normalization: accelerating deep network training by reducing internal covariate
 * shift, 2015.
 */
public final class BatchNormalization extends Phrase<BatchNormalization> implements Layer {

    BatchNormalization(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected BatchNormalization of(Tree.Mapping changed) {
        return new BatchNormalization(changed);
    }

    /**
     * The share of the past in the running mean and variance.
     *
     * @param momentum number from 0 to below 1; by default {@code 0.9}
     */
    public BatchNormalization momentum(double momentum) {
        return with("momentum", momentum);
    }

    /**
     * ε, which keeps small variances from making large numbers.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-5}
     */
    public BatchNormalization epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
