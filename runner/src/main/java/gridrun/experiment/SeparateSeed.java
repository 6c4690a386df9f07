package gridrun.experiment;

import gridrun.component.Default;
import gridrun.random.RunSeeds;

/**
 * A seed for each purpose of random numbers.
 *
 * @param data of generated data
 * @param split of the choice of the examples that are held out
 * @param init of the weights with which training begins
 * @param order of the order of the examples, and of dropout
 */
record SeparateSeed(
        @Default("0") long data,
        @Default("0") long split,
        @Default("0") long init,
        @Default("0") long order) implements Seed {

    @Override
    public RunSeeds seeds() {
        return new RunSeeds(data, split, init, order);
    }

    @Override
    public long first() {
        return data;
    }
}
