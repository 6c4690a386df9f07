// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Minus the mean logarithm of the probability of the right class, {@code -Σ ln p / n}, whatever loss is minimized and
 * without label smoothing.
 *
 * <p>A p is kept between 2⁻⁵² and 1 - 2⁻⁵²; outputs that are no distribution are divided by their sum.
 *
 * <p>Source: Good, Rational decisions, 1952.
 */
public final class LogLoss extends Phrase<LogLoss> implements Metric {

    LogLoss(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected LogLoss of(Tree.Mapping changed) {
        return new LogLoss(changed);
    }
}
