package gridrun.train;

import gridrun.archive.Archive;
import gridrun.archive.Snapshot;
import gridrun.graph.Parameters;
import gridrun.graph.Profiler;
import gridrun.kernel.Kernels;
import gridrun.metric.DataPart;
import gridrun.metric.MeanLoss;
import gridrun.metric.Metric;
import gridrun.metric.Tallies;
import gridrun.metric.TrainingFigure;
import gridrun.nn.Network;
import gridrun.nn.Network.Batch;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The training loop: batches, gradients, steps, and the metrics of each epoch. It does no I/O and reads no clock.
 *
 * <p>Epoch e's order of examples and step t's dropout are pure functions of the run's seed and of e or t.
 */
public final class Trainer {

    /** What happens to a run as it trains. */
    @FunctionalInterface
    public interface Listener {

        /** An epoch, counted from 1, has ended with these metrics. */
        void epochEnded(int epoch, Map<String, Double> metrics);

        /**
         * Training stands between two steps, or behind an epoch: a moment to take its {@link Trainer#snapshot}.
         *
         * @param epochs those behind it
         * @param steps those of the next epoch that are behind it, too; 0 behind an epoch
         */
        default void settled(int epochs, int steps) {}
    }

    /** How training ended. */
    public enum Ending {
        /** All epochs were trained, or early stopping ended them. */
        COMPLETED,
        /** A loss became infinite or no number, which ends training, or training ended far above where it began. */
        DIVERGED,
        /** Somebody asked to stop; nothing of this run counts. */
        INTERRUPTED
    }

    /**
     * What came out.
     *
     * @param lastEpoch the last epoch that was begun
     * @param keptEpoch the epoch whose weights the network has now
     * @param test {@code test_loss} and its kin; empty where there is no test part or the run did not complete
     */
    public record Result(Ending ending, int lastEpoch, int keptEpoch, Map<String, Double> test) {
    }

    private final Network network;
    private final Kernels kernels;
    private final TrainSpec spec;
    private final LearningRate rate;
    private final Examples train;
    private final Examples validation;
    private final Examples test;
    private final Rng shuffling;
    private final long dropoutKey;
    private final BooleanSupplier stop;
    private final Tensor[] states;
    private final GradientTreatment treatment;
    private final int[] order;
    private final Tallies trainTallies;
    private final Tallies evaluationTallies;
    private final Divergence divergence;
    private final KeptWeights kept;
    private final LayerObserver observer;
    private final Profiler profiler;
    private final StepParts parts;
    /** Epochs that have ended. */
    private int epochs;
    /** Steps of the epoch that is under way; 0 between epochs. */
    private int epochSteps;
    private long steps;
    private double gradientNorms;
    private boolean patienceRanOut;

    /**
     * @param spec with the learning rate decided
     * @param validation null for none
     * @param test null for none
     * @param rng the run's stream
     * @param stop asked before every step whether to stop
     */
    public Trainer(Network network, TrainSpec spec, Dataset train, Dataset validation, Dataset test, Rng rng,
            BooleanSupplier stop) {
        this.network = network;
        this.kernels = network.kernels();
        this.spec = spec;
        this.rate = new LearningRate(spec);
        this.train = new Examples(train, network.architecture());
        this.validation = validation == null ? null : new Examples(validation, network.architecture());
        this.test = test == null ? null : new Examples(test, network.architecture());
        this.shuffling = rng.split("shuffle");
        this.dropoutKey = rng.split("dropout").key();
        this.stop = stop;
        network.reserve(() -> Memory.of(network.architecture(), spec, spec.earlyStopping() != null, train.size(),
                List.of(validation == null ? 0 : validation.size(), test == null ? 0 : test.size())).workspace());
        this.states = states();
        this.treatment = new GradientTreatment(kernels, network.parameters(), spec);
        this.order = new int[train.size()];
        List<Metric> metrics = spec.measured(train.task());
        this.trainTallies = new Tallies(kernels, network.architecture(), metrics);
        this.evaluationTallies = new Tallies(kernels, network.architecture(), metrics);
        this.divergence = new Divergence(() -> new Baseline(network.architecture(), kernels, train)
                .metrics(train, List.of(new MeanLoss()), "").get(MeanLoss.NAME));
        this.kept = spec.earlyStopping() == null
                ? null : new KeptWeights(spec.earlyStopping(), network.parameters().values(), kernels);
        this.observer = spec.log() == null ? null : new LayerObserver(network, spec.log(), this.train, rng);
        this.profiler = network.profiler();
        this.parts = StepParts.of(profiler, spec.optimizer(), network.parameters().values().size());
    }

    private Tensor[] states() {
        int size = network.parameters().values().size();
        Tensor[] tensors = new Tensor[spec.optimizer().states()];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = kernels.allocate(size).cut(Shape.of(size));
        }
        return tensors;
    }

    /**
     * What training has come to, so that another trainer of the same run can {@link #restore} it and go on with the
     * same bits. Taken where a listener is {@linkplain Listener#settled told} so, or once training was interrupted.
     */
    public Snapshot snapshot() {
        return Snapshot.take(archive -> {
            archivePlace(archive);
            archiveState(archive);
        });
    }

    /**
     * Goes on from a snapshot, in place of the beginning.
     *
     * @throws Snapshot.Unfit where it is not of such a run; this trainer and its network are then of no use any more
     */
    public void restore(Snapshot snapshot) {
        snapshot.restore(archive -> {
            archivePlace(archive);
            if (epochSteps > 0) {
                beginEpoch(wholeBatch());
            }
            archiveState(archive);
        });
    }

    /** The steps behind it of the epoch that is under way; 0 between epochs. */
    public int epochSteps() {
        return epochSteps;
    }

    private void archivePlace(Archive archive) {
        epochs = (int) archive.whole("epochs", epochs);
        epochSteps = (int) archive.whole("epoch_steps", epochSteps);
        steps = archive.whole("steps", steps);
    }

    private void archiveState(Archive archive) {
        archive.tensor("parameters", network.parameters().values());
        for (Tensor state : states) {
            archive.tensor("optimizer", state);
        }
        rate.archive(archive);
        trainTallies.archive(archive);
        gradientNorms = archive.number("gradient_norms", gradientNorms);
        divergence.archive(archive);
        patienceRanOut = archive.flag("patience_ran_out", patienceRanOut);
        if (kept != null) {
            kept.archive(archive);
        }
        if (observer != null && epochSteps > 0) {
            observer.archive(archive);
        }
    }

    /** Trains to the end. */
    public Result train(Listener listener) {
        while (epochs < spec.epochs() && !patienceRanOut) {
            Ending ending = trainEpoch(listener);
            if (ending == Ending.INTERRUPTED) {
                return new Result(ending, epochs + 1, epochs + 1, Map.of());
            }
            epochs++;
            epochSteps = 0;
            Map<String, Double> metrics = metrics();
            listener.epochEnded(epochs, metrics);
            if (ending == Ending.DIVERGED || diverged(metrics)) {
                return new Result(Ending.DIVERGED, epochs, epochs, Map.of());
            }
            rate.epochEnded(epochs, metrics);
            patienceRanOut = kept != null && kept.shouldStop(epochs, metrics);
            listener.settled(epochs, 0);
        }
        if (divergence.at(trainTallies.meanLoss())) {
            return new Result(Ending.DIVERGED, epochs, epochs, Map.of());
        }
        int keptEpoch = kept == null ? epochs : kept.restore(epochs);
        Map<String, Double> tested = new LinkedHashMap<>();
        if (test != null) {
            test.measure(network, evaluationTallies);
            evaluationTallies.report(DataPart.TEST.prefix(), tested);
        }
        return new Result(Ending.COMPLETED, epochs, keptEpoch, tested);
    }

    private Batch wholeBatch() {
        return network.training(spec.batchSize().of(order.length));
    }

    /** @param whole a batch that is trained on */
    private void beginEpoch(Batch whole) {
        Arrays.setAll(order, i -> i);
        shuffling.split(epochs + 1).shuffle(order);
        train.begin(trainTallies);
        gradientNorms = 0;
        if (observer != null) {
            observer.epochBegins(whole);
        }
    }

    /** Trains one epoch, or the rest of it; a partial last batch is kept unless the file drops it. */
    private Ending trainEpoch(Listener listener) {
        int batchSize = spec.batchSize().of(order.length);
        int all = spec.steps(order.length);
        int trained = spec.trained(order.length);
        Batch whole = wholeBatch(); // looked up once, for that makes objects
        if (epochSteps == 0) {
            beginEpoch(whole);
        }
        profiler.epochBegins();
        while (epochSteps < all) {
            if (epochSteps > 0) {
                listener.settled(epochs, epochSteps);
            }
            if (stop.getAsBoolean()) {
                return Ending.INTERRUPTED;
            }
            int from = epochSteps * batchSize;
            Batch batch = trained - from >= batchSize ? whole : network.training(trained - from);
            double loss = step(batch, from, rate.at(epochs + 1, epochSteps, all));
            epochSteps++;
            if (!Double.isFinite(loss)) {
                gradientNorms = Double.NaN;
                return Ending.DIVERGED;
            }
        }
        gradientNorms /= epochSteps;
        return Ending.COMPLETED;
    }

    /** One step of the optimizer; returns the batch's sum of losses. */
    private double step(Batch batch, int from, double rate) {
        profiler.stepBegins();
        steps++;
        train.fill(kernels, order, from, batch);
        parts.gathering().ended();
        batch.program().forward(Rng.key(dropoutKey, steps));
        double loss = trainTallies.add(batch);
        divergence.note(loss / batch.objective().size());
        parts.measuring().ended();
        batch.program().backward();
        Parameters parameters = network.parameters();
        treatment.penalize(rate);
        double norm = Math.sqrt(kernels.reductions().sumOfSquares(parameters.gradients()));
        gradientNorms += norm;
        if (observer != null) {
            parts.treating().ended();
            observer.gradientsComputed(batch);
            parts.observing().ended();
        }
        treatment.clip(norm);
        parts.treating().ended();
        spec.optimizer().step(kernels, parameters.values(), parameters.gradients(), states, rate, steps);
        parts.updating().ended();
        return loss;
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        trainTallies.report(DataPart.TRAINING.prefix(), metrics);
        if (validation != null && Double.isFinite(trainTallies.meanLoss())) {
            validation.measure(network, evaluationTallies);
            evaluationTallies.report(DataPart.VALIDATION.prefix(), metrics);
        }
        metrics.put(TrainingFigure.LEARNING_RATE.word(), rate.last());
        metrics.put(TrainingFigure.GRADIENT_NORM.word(), gradientNorms);
        if (observer != null) {
            observer.report(metrics);
        }
        return metrics;
    }

    private static boolean diverged(Map<String, Double> metrics) {
        return !Double.isFinite(metrics.getOrDefault(DataPart.VALIDATION.prefix() + MeanLoss.NAME, 0.0));
    }
}
