// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The coefficient of determination, {@code 1 - Σ (y - t)² / Σ (t - m)²}, where m is the mean of the measured part's own
 * targets: 1 is perfect, always answering m is 0, and what is worse is below 0.
 *
 * <p>Where all targets of the part are equal it is 1 without an error, else 0. Of real targets it is always measured.
 *
 * <p>Source: Wright, Correlation and causation, 1921.
 */
public final class R2 extends Phrase<R2> implements Metric {

    R2(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected R2 of(Tree.Mapping changed) {
        return new R2(changed);
    }
}
