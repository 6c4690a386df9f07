package gridrun.train;

import gridrun.component.Names;
import gridrun.graph.Parameters;
import gridrun.graph.Profiler;
import gridrun.graph.Profiler.Part;
import gridrun.graph.Profiler.Pass;
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

    /** Examples evaluated at once. A constant, so that sums of losses do not depend on the batch size. */
    static final int EVALUATION_BATCH = 256;

    /** What happens to a run as it trains. */
    @FunctionalInterface
    public interface Listener {

        /** An epoch, counted from 1, has ended with these metrics. */
        void epochEnded(int epoch, Map<String, Double> metrics);
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
    private final LayerObserver observer;
    private final Profiler profiler;
    private final Part gathering;
    private final Part measuring;
    private final Part treating;
    private final Part observing;
    private final Part updating;
    private long steps;
    private double gradientNorms;

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
        network.reserve(Memory.of(network.architecture(), spec, spec.earlyStopping() != null, train.size(),
                List.of(validation == null ? 0 : validation.size(), test == null ? 0 : test.size())).workspace());
        this.states = states();
        this.treatment = new GradientTreatment(kernels, network.parameters(), spec);
        this.order = new int[train.size()];
        List<Metric> metrics = spec.measured(train.task());
        this.trainTallies = new Tallies(kernels, network.architecture(), metrics);
        this.evaluationTallies = new Tallies(kernels, network.architecture(), metrics);
        this.divergence = new Divergence(() -> new Baseline(network.architecture(), kernels, train)
                .metrics(train, List.of(new MeanLoss()), "").get(MeanLoss.NAME));
        this.observer = spec.log() == null ? null : new LayerObserver(network, spec.log(), this.train, rng);
        this.profiler = network.profiler();
        long parameters = network.parameters().values().size();
        this.gathering = part("data", "gather", 0);
        this.measuring = part("loss", "metrics", 0);
        this.treating = part("optimizer", "gradient norm", 2 * parameters);
        this.observing = part("layers", "observation", 0);
        this.updating = part("optimizer", Names.of(spec.optimizer().getClass()), spec.optimizer().flops() * parameters);
    }

    private Part part(String layer, String operation, long flops) {
        return profiler.part(layer, operation, Pass.NEITHER, flops);
    }

    private Tensor[] states() {
        int size = network.parameters().values().size();
        Tensor[] tensors = new Tensor[spec.optimizer().states()];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = kernels.allocate(size).cut(Shape.of(size));
        }
        return tensors;
    }

    /** Trains to the end. */
    public Result train(Listener listener) {
        KeptWeights kept = spec.earlyStopping() == null
                ? null : new KeptWeights(spec.earlyStopping(), network.parameters().values(), kernels);
        int epoch = 0;
        while (epoch < spec.epochs()) {
            epoch++;
            Ending ending = trainEpoch(epoch);
            if (ending == Ending.INTERRUPTED) {
                return new Result(ending, epoch, epoch, Map.of());
            }
            Map<String, Double> metrics = metrics();
            listener.epochEnded(epoch, metrics);
            if (ending == Ending.DIVERGED || diverged(metrics)) {
                return new Result(Ending.DIVERGED, epoch, epoch, Map.of());
            }
            rate.epochEnded(epoch, metrics);
            if (kept != null && kept.shouldStop(epoch, metrics)) {
                break;
            }
        }
        if (divergence.at(trainTallies.meanLoss())) {
            return new Result(Ending.DIVERGED, epoch, epoch, Map.of());
        }
        int keptEpoch = kept == null ? epoch : kept.restore(epoch);
        Map<String, Double> tested = new LinkedHashMap<>();
        if (test != null) {
            evaluate(test);
            evaluationTallies.report(DataPart.TEST.prefix(), tested);
        }
        return new Result(Ending.COMPLETED, epoch, keptEpoch, tested);
    }

    /** Trains one epoch; a partial last batch is kept unless the file drops it. */
    private Ending trainEpoch(int epoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        shuffling.split(epoch).shuffle(order);
        train.begin(trainTallies);
        gradientNorms = 0;
        int batchSize = spec.batchSize().of(order.length);
        int batches = 0;
        int all = spec.steps(order.length);
        int trained = spec.trained(order.length);
        Batch whole = network.training(batchSize); // looked up once, for that makes objects
        if (observer != null) {
            observer.epochBegins(whole);
        }
        profiler.epochBegins();
        for (int from = 0; from < trained; from += batchSize) {
            if (stop.getAsBoolean()) {
                return Ending.INTERRUPTED;
            }
            Batch batch = trained - from >= batchSize ? whole : network.training(trained - from);
            double loss = step(batch, from, rate.at(epoch, batches++, all));
            if (!Double.isFinite(loss)) {
                gradientNorms = Double.NaN;
                return Ending.DIVERGED;
            }
        }
        gradientNorms /= batches;
        return Ending.COMPLETED;
    }

    /** One step of the optimizer; returns the batch's sum of losses. */
    private double step(Batch batch, int from, double rate) {
        profiler.stepBegins();
        steps++;
        train.fill(kernels, order, from, batch);
        gathering.ended();
        batch.program().forward(Rng.key(dropoutKey, steps));
        double loss = trainTallies.add(batch);
        divergence.note(loss / batch.objective().size());
        measuring.ended();
        batch.program().backward();
        Parameters parameters = network.parameters();
        treatment.penalize(rate);
        double norm = Math.sqrt(kernels.reductions().sumOfSquares(parameters.gradients()));
        gradientNorms += norm;
        if (observer != null) {
            treating.ended();
            observer.gradientsComputed(batch);
            observing.ended();
        }
        treatment.clip(norm);
        treating.ended();
        spec.optimizer().step(kernels, parameters.values(), parameters.gradients(), states, rate, steps);
        updating.ended();
        return loss;
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        trainTallies.report(DataPart.TRAINING.prefix(), metrics);
        if (validation != null && Double.isFinite(trainTallies.meanLoss())) {
            evaluate(validation);
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

    private void evaluate(Examples examples) {
        int[] inOrder = Examples.inOrder(examples.size());
        examples.begin(evaluationTallies);
        for (int from = 0; from < inOrder.length; from += EVALUATION_BATCH) {
            Batch batch = network.evaluation(Math.min(EVALUATION_BATCH, inOrder.length - from));
            examples.fill(kernels, inOrder, from, batch);
            batch.program().forward(0);
            evaluationTallies.add(batch);
        }
    }
}
