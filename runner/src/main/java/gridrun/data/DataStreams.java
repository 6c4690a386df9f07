package gridrun.data;

import gridrun.random.Rng;
import gridrun.random.RunSeeds;

/**
 * What chance decides about a run's data.
 *
 * @param data the stream of synthetic data, and of the test part: no other seed moves an example out of it
 * @param split the stream that picks the validation part, or divides into folds
 * @param fold which of the folds is the validation part, from 1; 0 where there are none
 */
public record DataStreams(Rng data, Rng split, int fold) {

    /** Those of a run without folds. */
    public static DataStreams of(Rng data, Rng split) {
        return new DataStreams(data, split, 0);
    }

    /** Those of a run, as its data's seed and its own decide. */
    static DataStreams of(DatasetSpec spec, RunSeeds seeds, int fold) {
        long ofData = spec.seed() == null ? seeds.data() : spec.seed();
        return new DataStreams(Rng.of(ofData).split("data"), Rng.of(seeds.split()).split("split"), fold);
    }

    /** The stream that picks the test part, or draws fresh examples for it. */
    Rng test() {
        return data.split("test");
    }
}
