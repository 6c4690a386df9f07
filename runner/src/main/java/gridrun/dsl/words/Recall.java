// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The share of the examples of class 1 that are taken for it, of two classes; 0 where there are none.
 *
 * <p>Source: van Rijsbergen, Information retrieval, 1979.
 */
public final class Recall extends Phrase<Recall> implements Metric {

    Recall(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Recall of(Tree.Mapping changed) {
        return new Recall(changed);
    }
}
