package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.random.RunSeeds;

/** What a run's random numbers are drawn from. */
sealed interface Seed permits Seed.One, SeparateSeed {

    /** The seeds of the streams. */
    RunSeeds seeds();

    /** The seed of the repeats that name none. */
    long first();

    /**
     * The same for all.
     *
     * @param seed of data, split, initialization and order
     */
    @Bare
    record One(long seed) implements Seed {

        @Override
        public RunSeeds seeds() {
            return RunSeeds.of(seed);
        }

        @Override
        public long first() {
            return seed;
        }
    }
}
