package gridrun.experiment;

import gridrun.comparison.RaceTerms;
import gridrun.comparison.Terms;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.statistics.PairedTest;
import java.util.List;
import java.util.stream.IntStream;
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
record Race(int min, int max, @Default("null") Integer block,
        @Default("decided") Until until) implements Seeds, Overriding {

    Race {
        Check.that(min >= 2 && min <= Cells.MOST, "min", min,
                "a number of seeds from 2, for one has no spread, to %,d".formatted(Cells.MOST));
        Check.that(max >= min && max <= Cells.MOST, "max", max,
                "a number of seeds from %,d, which is min, to %,d".formatted(min, Cells.MOST));
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

    /** Finds out whether its test can tell anything with so few seeds. */
    void check(Terms terms, Problems problems, Origin origin) {
        RaceTerms race = terms.race();
        double level = terms.level();
        PairedTest test = terms.test().test(0);
        int all = race.configurations();
        if (all > 1 && IntStream.of(race.looks())
                .allMatch(seeds -> test.smallest(seeds) >= race.needed(level, seeds, all, all))) {
            problems.add(origin, ("sweep.seeds: with at most %d seeds the %s has no p below %.1g, and to tell the "
                    + "worst of %d configurations at the last look of this race it takes %.1g; give it a larger max, "
                    + "or paired_test: t").formatted(max, test.title(), test.smallest(max), all,
                            race.needed(level, max, all, all)));
        }
    }

    /** How it is decided, among so many configurations. */
    RaceTerms terms(Seed first, int configurations) {
        return new RaceTerms(first.first(), min, block == null ? min : block, max, configurations);
    }
}
