package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.component.Check;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The seeds with which every configuration is repeated. */
sealed interface Seeds permits Seeds.OfAll, SeparateSeeds, Race {

    /** How many repeats there are. */
    long size();

    /** All of them, where {@code first} is the experiment's. */
    List<Repeat> from(Seed first);

    /** One seed a repeat, from which everything is drawn; or those of one purpose. */
    sealed interface OfAll extends Seeds permits Repeats, Several {

        /** The seeds, where {@code first} is the experiment's. */
        List<Long> from(long first);

        @Override
        default List<Repeat> from(Seed first) {
            return from(first.first()).stream().map(Repeat::of).toList();
        }
    }

    /**
     * So many seeds, the first of them the experiment's.
     *
     * @param count the number of repeats
     */
    @Bare
    record Repeats(int count) implements OfAll {

        public Repeats {
            Check.that(count >= 1 && count <= Cells.MOST, "count", count,
                    "a number of repeats from 1 to %,d".formatted(Cells.MOST));
        }

        @Override
        public List<Long> from(long first) {
            return LongStream.range(first, first + count).boxed().toList();
        }

        @Override
        public long size() {
            return count;
        }
    }

    /**
     * Seeds of one's own.
     *
     * @param seeds in the order in which they are taken
     */
    @Bare
    record Several(Set<Long> seeds) implements OfAll {

        public Several {
            if (seeds.isEmpty()) {
                throw new IllegalArgumentException("an empty list; give it at least one seed");
            }
        }

        @Override
        public List<Long> from(long first) {
            return List.copyOf(seeds);
        }

        @Override
        public long size() {
            return seeds.size();
        }
    }
}
