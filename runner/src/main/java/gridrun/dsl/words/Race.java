// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.experiment.Until;

/**
 * As many seeds as needed: a race, in which those configurations get more of them that are not yet told apart from the
 * best.
 *
 * <p>After each block of seeds, those that are significantly worse than the best are out. The level is spent over these
 * looks, so that over the whole race a configuration that is as good as any is called worse with a probability below 1
 * - confidence. The idea is that of Hoeffding races (Maron and Moore, 1994) and of irace (López-Ibáñez et al., 2016).
 */
public final class Race extends Phrase<Race> {

    Race(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Race of(Tree.Mapping changed) {
        return new Race(changed);
    }

    /**
     * Seeds that every configuration gets.
     *
     * @param min whole number from 2 to 100,000; required
     */
    public Race min(int min) {
        return with("min", min);
    }

    /**
     * Seeds that none exceeds.
     *
     * @param max whole number; required
     */
    public Race max(int max) {
        return with("max", max);
    }

    /**
     * How many seeds come at a time after the first; null for as many as {@code min}.
     *
     * @param block whole number
     */
    public Race block(int block) {
        return with("block", block);
    }

    /**
     * When it ends before {@code max}.
     *
     * @param until {@code decided}; by default {@code decided}
     */
    public Race until(Until until) {
        return with("until", until);
    }
}
