// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The share of the examples taken for class 1 that are of it, of two classes; 0 where none is taken for it.
 *
 * <p>Source: van Rijsbergen, Information retrieval, 1979.
 */
public final class Precision extends Phrase<Precision> implements Metric {

    Precision(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Precision of(Tree.Mapping changed) {
        return new Precision(changed);
    }
}
