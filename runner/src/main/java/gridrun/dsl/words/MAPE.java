// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The mean absolute percentage error as a share, {@code Σ |y - t| / |t| / n}, in the unit of the data: 0.05 is 5 %.
 *
 * <p>A target of 0 is taken for 2⁻⁵², so that one such example makes it huge.
 *
 * <p>Source: de Myttenaere et al., Mean absolute percentage error for regression models, 2016.
 */
public final class MAPE extends Phrase<MAPE> implements Metric {

    MAPE(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MAPE of(Tree.Mapping changed) {
        return new MAPE(changed);
    }
}
