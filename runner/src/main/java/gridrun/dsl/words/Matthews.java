// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The correlation of the classes with those that are found, from -1 over 0, no better than chance, to 1.
 *
 * <p>It is 0 where all examples are of one class or are taken for one.
 *
 * <p>Source: Matthews, Comparison of the predicted and observed secondary structure of T4 phage lysozyme, 1975; for
 * several classes Gorodkin, Comparing two K-category assignments by a K-category correlation coefficient, 2004.
 */
public final class Matthews extends Phrase<Matthews> implements Metric {

    Matthews(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Matthews of(Tree.Mapping changed) {
        return new Matthews(changed);
    }
}
