// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The share of examples whose class is found: that of the largest output, the first of equal ones.
 *
 * <p>A single output finds class 1 where the probability is above 1/2, or the margin above 0. Of classes it is always
 * measured.
 */
public final class Accuracy extends Phrase<Accuracy> implements Metric {

    Accuracy(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Accuracy of(Tree.Mapping changed) {
        return new Accuracy(changed);
    }
}
