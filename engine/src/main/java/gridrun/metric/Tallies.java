package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.kernel.Kernels;
import gridrun.nn.Architecture;
import gridrun.nn.Network.Batch;
import gridrun.task.Scaling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * One pass over a part of the data after another, and the metrics that each comes to.
 *
 * <p>What several metrics are made of is gathered once.
 */
public final class Tallies {

    private final Kernels kernels;
    private final Architecture architecture;
    private final Map<String, DoubleSupplier> figures = new LinkedHashMap<>();
    private final List<Tally> made = new ArrayList<>();
    private final Tally[] gathered;
    private double targetVariance;
    private Scaling scaling;
    private double loss;
    private long examples;

    /** @param metrics what is measured, in the order in which it is told */
    public Tallies(Kernels kernels, Architecture architecture, List<Metric> metrics) {
        this.kernels = kernels;
        this.architecture = architecture;
        metrics.forEach(metric -> figures.put(metric.name(), metric.figure(this)));
        this.gathered = made.toArray(Tally[]::new);
    }

    /**
     * Begins a pass over a part.
     *
     * @param targetVariance of the part's own real targets, as they are scaled
     * @param scaling of its targets
     */
    public void begin(double targetVariance, Scaling scaling) {
        this.targetVariance = targetVariance;
        this.scaling = scaling;
        loss = 0;
        examples = 0;
        for (Tally tally : gathered) {
            tally.begin();
        }
    }

    /** Adds a batch that was run forward; returns the sum of its losses. */
    public double add(Batch batch) {
        double sum = kernels.reductions().sum(batch.objective());
        loss += sum;
        examples += batch.objective().size();
        for (Tally tally : gathered) {
            tally.add(batch);
        }
        return sum;
    }

    /** The sums so far; what follows from the part alone has its place in {@link #begin}. */
    public void archive(Archive archive) {
        loss = archive.number("sum.loss", loss);
        examples = archive.whole("sum.examples", examples);
        for (Tally tally : gathered) {
            tally.archive(archive);
        }
    }

    /** The mean of the losses. */
    public double meanLoss() {
        return loss / examples;
    }

    /** Puts the metrics into a map, each name behind a prefix such as {@code val_}. */
    public void report(String prefix, Map<String, Double> into) {
        figures.forEach((name, figure) -> into.put(prefix + name, figure.getAsDouble()));
    }

    /** The tally of a type, which is made where no metric has asked for it before. */
    <T extends Tally> T shared(Class<T> type, Function<Tallies, T> make) {
        return made.stream().filter(type::isInstance).map(type::cast).findFirst()
                .orElseGet(() -> own(make.apply(this)));
    }

    /** Adds a tally that one metric alone is made of. */
    <T extends Tally> T own(T tally) {
        made.add(tally);
        return tally;
    }

    Kernels kernels() {
        return kernels;
    }

    Architecture architecture() {
        return architecture;
    }

    /** The examples so far. */
    long examples() {
        return examples;
    }

    double targetVariance() {
        return targetVariance;
    }

    Scaling scaling() {
        return scaling;
    }
}
