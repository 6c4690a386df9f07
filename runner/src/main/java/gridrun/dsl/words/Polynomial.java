// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Falls from 1 to an end along {@code end + (1 - end) (1 - progress / epochs)^power}; with the power 1 along a line.
 */
public final class Polynomial extends Phrase<Polynomial> implements Schedule {

    Polynomial(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Polynomial of(Tree.Mapping changed) {
        return new Polynomial(changed);
    }

    /**
     * The factor at the end of the last epoch.
     *
     * @param end number from 0; by default {@code 0}
     */
    public Polynomial end(double end) {
        return with("end", end);
    }

    /**
     * Above 1 it falls early, below 1 late.
     *
     * @param power number above 0; by default {@code 1}
     */
    public Polynomial power(double power) {
        return with("power", power);
    }
}
