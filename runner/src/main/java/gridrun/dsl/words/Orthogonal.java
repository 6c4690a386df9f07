// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * A random matrix with orthonormal rows or columns, whichever are fewer, times a gain.
 *
 * <p>The vectors are drawn normal and made orthonormal by Gram and Schmidt's process, each projection taken out twice,
 * which is as good as Householder's to working precision (Giraud et al., 2005).
 *
 * <p>Source: Saxe et al., Exact solutions to the nonlinear dynamics of learning in deep linear neural networks, 2014.
 */
public final class Orthogonal extends Phrase<Orthogonal> implements Initializer {

    Orthogonal(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Orthogonal of(Tree.Mapping changed) {
        return new Orthogonal(changed);
    }

    /**
     * The length of the rows or columns.
     *
     * @param gain number above 0; by default {@code 1}
     */
    public Orthogonal gain(double gain) {
        return with("gain", gain);
    }
}
