// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Brings the features of each example, or of each step of a sequence, to mean 0 and variance 1, then scales and shifts
 * them: {@code y = γ (x - μ) / √(σ² + ε) + β}.
 *
 * <p>Training and evaluation are the same, and no example depends on another.
 *
 * <p>Shapes: x, y {@code [..., features]}; gamma, beta {@code [features]}, which begin at 1 and 0.
 *
 * <p>Source: Ba, Kiros and Hinton, Layer normalization, 2016.
 */
public final class LayerNormalization extends Phrase<LayerNormalization> implements Layer {

    LayerNormalization(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected LayerNormalization of(Tree.Mapping changed) {
        return new LayerNormalization(changed);
    }

    /**
     * Added to the variance, so that equal features do not divide by zero.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-5}
     */
    public LayerNormalization epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
