// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * How far an output falls short of being 1 on the right side of 0: {@code max(1 - s y, 0)} with the side s, 1 or -1.
 *
 * <p>Two classes take one output; more classes take one each, against all the rest, and the largest decides. Outputs
 * are margins and no probabilities.
 *
 * <p>Source: Cortes and Vapnik, Support-vector networks, 1995.
 */
public final class Hinge extends Phrase<Hinge> implements Loss {

    Hinge(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Hinge of(Tree.Mapping changed) {
        return new Hinge(changed);
    }
}
