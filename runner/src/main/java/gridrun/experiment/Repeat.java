package gridrun.experiment;

import gridrun.random.RunSeeds;

/**
 * One of the times that every configuration is trained.
 *
 * @param name as runs are called by it, {@code seed=3} or {@code split=1 init=2}
 */
record Repeat(RunSeeds seeds, String name) {

    static Repeat of(long seed) {
        return new Repeat(RunSeeds.of(seed), "seed=" + seed);
    }

    /** The one repeat of a file without a sweep. */
    static Repeat of(Seed seed) {
        RunSeeds seeds = seed.seeds();
        return new Repeat(seeds, seeds.isOne() ? "seed=" + seeds : seeds.toString());
    }
}
