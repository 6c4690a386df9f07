package gridrun.plan;

import gridrun.data.Signature;
import gridrun.experiment.RunSpec;
import gridrun.nn.Architecture;
import gridrun.train.BatchSize;
import gridrun.train.TrainSpec;

/**
 * What runs have in common that cost the same, in operations, in memory, and in time an epoch.
 *
 * @param architecture the network
 * @param train without its schedule and its end, with its batch size as a number, and with a rate so small that no
 *     network diverges
 * @param keepsWeights whether training may stop early
 * @param data the shapes of the data
 */
public record CostClass(Architecture architecture, TrainSpec train, boolean keepsWeights, Signature data) {

    private static final double RATE = 1e-9;

    static CostClass of(RunSpec run) {
        Signature data = run.data().signature();
        TrainSpec train = run.train();
        return new CostClass(run.architecture(), new TrainSpec(train.optimizer(), RATE, null, null,
                new BatchSize(train.batchSize().of(data.train())), train.dropLast(), Integer.MAX_VALUE, train.loss(),
                train.l1(), train.l2(),
                train.weightDecay(), train.clipValue(), train.clipNorm(), null, train.log(), train.metrics()),
                train.earlyStopping() != null, data);
    }

    /** The examples of a step. */
    int batch() {
        return train.batchSize().examples();
    }
}
