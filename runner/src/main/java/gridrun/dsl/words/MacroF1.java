// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The mean over the classes of F1, the harmonic mean of precision and recall, {@code 2 hits / (found + actual)}.
 *
 * <p>A class that neither is nor is found is left out; one that is never hit has 0.
 *
 * <p>Source: van Rijsbergen, Information retrieval, 1979.
 */
public final class MacroF1 extends Phrase<MacroF1> implements Metric {

    MacroF1(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MacroF1 of(Tree.Mapping changed) {
        return new MacroF1(changed);
    }
}
