// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Evenly spaced numbers of an axis, both bounds among them where they are met. */
public final class Range extends Phrase<Range> {

    Range(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Range of(Tree.Mapping changed) {
        return new Range(changed);
    }

    /**
     * The first value itself, never an exponent.
     *
     * @param min number; required
     */
    public Range min(double min) {
        return with("min", min);
    }

    /**
     * The last value.
     *
     * @param max number; required
     */
    public Range max(double max) {
        return with("max", max);
    }

    /** Whether the ratio rather than the difference of neighbours is constant. */
    public Range log() {
        return with("log", true);
    }

    /**
     * Whether the ratio rather than the difference of neighbours is constant.
     *
     * @param log {@code true} or {@code false}; by default {@code false}
     */
    public Range log(boolean log) {
        return with("log", log);
    }

    /**
     * The number of values.
     *
     * @param count whole number from 2 to 100,000
     */
    public Range count(int count) {
        return with("count", count);
    }

    /**
     * The difference of neighbours.
     *
     * @param step number
     */
    public Range step(double step) {
        return with("step", step);
    }
}
