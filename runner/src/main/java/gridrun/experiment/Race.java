package gridrun.experiment;

import gridrun.comparison.RaceTerms;
import gridrun.component.Check;
import gridrun.component.Default;
import java.util.List;
import java.util.stream.LongStream;

/**
 * As many seeds as needed: a race, in which those configurations get more of them that are not yet told apart from the
 * best.
 *
 * <p>After each block of seeds, those that are significantly worse than the best are out. The level is spent over these
 * looks, so that over the whole race a configuration that is as good as any is called worse with a probability below
 * 1 - confidence. The idea is that of Hoeffding races (Maron and Moore, 1994) and of irace (López-Ibáñez et al., 2016).
 *
 * @param min seeds that every configuration gets
 * @param max seeds that none exceeds
 * @param block how many seeds come at a time after the first; null for as many as {@code min}
 * @param until when it ends before {@code max}
 */
record Race(int min, int max, @Default("null") Integer block, @Default("decided") Until until) implements Seeds {

    /** When a race ends. */
    enum Until {
        /** When one configuration is told apart from all others. */
        DECIDED
    }

    Race {
        Check.that(min >= 2 && min <= Cells.MOST, "min", min,
                "a number of seeds from 2, for one has no spread, to %,d".formatted(Cells.MOST));
        Check.that(max >= min && max <= Cells.MOST, "max", max,
                "a number of seeds from min, %,d, to %,d".formatted(min, Cells.MOST));
        Check.that(block == null || block >= 1, "block", block, "a number of seeds from 1");
    }

    @Override
    public long size() {
        return max;
    }

    @Override
    public List<Repeat> from(Seed first) {
        return LongStream.range(first.first(), first.first() + max).mapToObj(Repeat::of).toList();
    }

    /** How it is decided, among so many configurations. */
    RaceTerms terms(Seed first, int configurations) {
        return new RaceTerms(first.first(), min, block == null ? min : block, max, configurations);
    }
}
