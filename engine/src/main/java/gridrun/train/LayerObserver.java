package gridrun.train;

import gridrun.archive.Archive;
import gridrun.graph.Graph;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Passage;
import gridrun.graph.Role;
import gridrun.kernel.Kernels;
import gridrun.nn.Network;
import gridrun.nn.Network.Batch;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at a network's layers while it trains, and changes nothing: see {@link Observation}. */
final class LayerObserver {

    /** Examples in the sample. A constant, so that figures of different batch sizes compare. */
    static final int SAMPLE = 256;

    private final Network network;
    private final Kernels kernels;
    private final List<Observation> log;
    private final Examples examples;
    private final int[] sample;
    private final Map<String, List<Tensor>> gradients = new LinkedHashMap<>();
    private final double[] gradientNorms;
    private final Map<String, double[]> stateGradientNorms = new LinkedHashMap<>();
    private final Map<String, double[]> gradientHistograms = new LinkedHashMap<>();
    private final Tensor scratch;
    private int steps;

    /**
     * @param log what is observed
     * @param examples the training part
     * @param rng the run's stream, from which the sample is drawn
     */
    LayerObserver(Network network, List<Observation> log, Examples examples, Rng rng) {
        this.network = network;
        this.kernels = network.kernels();
        this.log = log;
        this.examples = examples;
        int[] order = Examples.inOrder(examples.size());
        rng.split("observation").shuffle(order);
        this.sample = Arrays.copyOf(order, Math.min(SAMPLE, order.length));
        for (Slice slice : network.parameters().slices()) {
            if (slice.role() != Role.STATE) {
                gradients.computeIfAbsent(slice.layer(), layer -> new ArrayList<>()).add(slice.gradient());
            }
        }
        this.gradientNorms = new double[gradients.size()];
        if (log.contains(Observation.GRADIENT_HISTOGRAM)) {
            gradients.keySet().forEach(layer -> gradientHistograms.put(layer, Histogram.room()));
        }
        int room = seesActivations(log) ? largest(network.evaluation(sample.length).layers()) : 1;
        this.scratch = kernels.allocate(room).cut(Shape.of(room));
    }

    /** Whether a program evaluates the sample after each epoch. */
    static boolean seesActivations(List<Observation> log) {
        return !EnumSet.of(Observation.GRADIENT_NORM, Observation.GRADIENT_NORM_OVER_TIME,
                Observation.GRADIENT_HISTOGRAM).containsAll(log);
    }

    /** The numbers in the largest output of a layer. */
    static int largest(List<Graph.Layer> layers) {
        return layers.stream().mapToInt(layer -> layer.output().shape().size()).max().orElse(1);
    }

    /**
     * Forgets the epoch before.
     *
     * @param batch any that is trained on: all have the same layers
     */
    void epochBegins(Batch batch) {
        Arrays.fill(gradientNorms, 0);
        batch.passages().forEach(passage -> stateGradientNorms.put(passage.layer(), new double[passage.steps()]));
        steps = 0;
    }

    /** The sums of the epoch that is under way. */
    void archive(Archive archive) {
        steps = (int) archive.whole("observed.steps", steps);
        archive.numbers("observed.gradients", gradientNorms);
        stateGradientNorms.forEach((layer, norms) -> archive.numbers("observed.gradients_over_time/" + layer, norms));
        gradientHistograms.forEach((layer, shares) -> archive.numbers("observed.gradient_histogram/" + layer, shares));
    }

    /** Adds the gradients that lie in the network, before the optimizer uses them. */
    void gradientsComputed(Batch batch) {
        steps++;
        if (log.contains(Observation.GRADIENT_NORM)) {
            addGradients();
        }
        if (log.contains(Observation.GRADIENT_NORM_OVER_TIME)) {
            addStateGradients(batch.passages());
        }
        if (steps == 1) {
            gradientHistograms.forEach((layer, histogram) -> Histogram.count(gradients.get(layer), histogram));
        }
    }

    private void addGradients() {
        int index = 0;
        for (List<Tensor> layer : gradients.values()) {
            double squares = 0;
            for (Tensor gradient : layer) {
                squares += kernels.reductions().sumOfSquares(gradient);
            }
            gradientNorms[index++] += Math.sqrt(squares);
        }
    }

    private void addStateGradients(List<Passage> passages) {
        for (Passage passage : passages) {
            double[] norms = stateGradientNorms.get(passage.layer());
            for (int step = 0; step < norms.length; step++) {
                norms[step] += Math.sqrt(kernels.reductions().sumOfSquares(passage.stateGradient(step)));
            }
        }
    }

    /** Puts the epoch's figures into a map, layer by layer. */
    void report(Map<String, Double> into) {
        if (log.contains(Observation.GRADIENT_NORM)) {
            int index = 0;
            for (String layer : gradients.keySet()) {
                into.put(Observation.GRADIENT_NORM.metric(layer), gradientNorms[index++] / steps);
            }
        }
        if (log.contains(Observation.GRADIENT_NORM_OVER_TIME)) {
            stateGradientNorms.forEach((layer, norms) -> {
                for (int step = 0; step < norms.length; step++) {
                    into.put(Observation.GRADIENT_NORM_OVER_TIME.metric(layer, step + 1), norms[step] / steps);
                }
            });
        }
        gradientHistograms.forEach((layer, histogram) -> Histogram.report(
                Observation.GRADIENT_HISTOGRAM.metric(layer), histogram, into));
        if (seesActivations(log)) {
            Batch batch = network.evaluation(sample.length);
            examples.fill(kernels, sample, 0, batch);
            batch.program().forward(0);
            batch.layers().forEach(layer -> report(layer, into));
        }
    }

    private void report(Graph.Layer layer, Map<String, Double> into) {
        Tensor output = layer.output().value();
        double mean = kernels.reductions().sum(output) / output.size();
        if (log.contains(Observation.ACTIVATION_MEAN)) {
            into.put(Observation.ACTIVATION_MEAN.metric(layer.name()), mean);
        }
        if (log.contains(Observation.ACTIVATION_STD)) {
            into.put(Observation.ACTIVATION_STD.metric(layer.name()), deviation(output, mean));
        }
        if (log.contains(Observation.DEAD_UNITS) && layer.rectified()) {
            into.put(Observation.DEAD_UNITS.metric(layer.name()),
                    Double.isFinite(mean) ? deadShare(output) : Double.NaN);
        }
        if (log.contains(Observation.ACTIVATION_HISTOGRAM)) {
            double[] histogram = Histogram.room();
            Histogram.count(List.of(output), histogram);
            Histogram.report(Observation.ACTIVATION_HISTOGRAM.metric(layer.name()), histogram, into);
        }
    }

    /**
     * By differences from the mean: from the mean square, a small deviation around a large mean would be lost in
     * float32.
     */
    private double deviation(Tensor output, double mean) {
        Tensor differences = new Tensor(scratch.arena(), scratch.offset(), output.shape());
        differences.fill(-mean);
        kernels.elements().add(output, differences, differences);
        return Math.sqrt(kernels.reductions().sumOfSquares(differences) / output.size());
    }

    /** A rectified output is nowhere below 0, so a unit's sum is 0 only where it never rises. */
    private double deadShare(Tensor output) {
        Tensor sums = new Tensor(scratch.arena(), scratch.offset(), Shape.of(output.columns()));
        kernels.reductions().columnSums(output, sums);
        int dead = 0;
        for (int unit = 0; unit < sums.size(); unit++) {
            dead += sums.get(unit) == 0 ? 1 : 0;
        }
        return (double) dead / sums.size();
    }
}
