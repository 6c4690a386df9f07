package gridrun.effect;

import gridrun.comparison.Candidate;
import gridrun.comparison.Pairing;
import gridrun.comparison.Resampling;
import gridrun.comparison.Unit;
import gridrun.report.Objective;
import gridrun.statistics.MeanInterval;
import gridrun.store.Repeats;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * How much of what runs differ in comes from which axis: the analysis of variance of a full grid of fixed factors with
 * the seeds as blocks (Fisher, 1925). All configurations share the seeds, so the residual is what a seed does to one
 * configuration and not to the others.
 *
 * @param objective what is analysed
 * @param factors in the order of the sweep
 * @param seeds the number of those that all configurations have
 * @param areAll whether no configuration has more of them
 * @param repeats what these are: seeds, or folds
 * @param overlap of the training parts, n_test/n_train; 0 for independent runs
 * @param isCrossed whether runs share the seed of one purpose, which blocks of independent runs do not
 * @param effects main effects and interactions of up to three factors, the largest first; then higher interactions
 *     together, the seeds, and the residual, as far as there are any
 * @param averages of each level over all others
 */
public record Effects(Objective objective, List<Factor> factors, int seeds, boolean areAll, Repeats repeats,
        double overlap,
        boolean isCrossed, List<Effect> effects, List<Average> averages) {

    static final String HIGHER = "higher interactions";
    static final String RESIDUAL = "residual";
    private static final int HIGHEST_ORDER = 3;
    /** A residual below this share of the total is rounding, against which nothing can be tested. */
    private static final double NOISE = 1e-24;

    /**
     * The effects, or why there are none.
     *
     * @param effects empty where the results are no full grid
     * @param missing what they lack; empty where nothing varies, so that nobody asks
     */
    public record Answer(Optional<Effects> effects, Optional<String> missing) {
    }

    /** Analyses the results of a sweep. */
    public static Answer of(Objective objective, List<Run> runs) {
        if (Factor.of(Factor.configurations(runs)).isEmpty()) {
            return new Answer(Optional.empty(), Optional.empty());
        }
        if (!Pairing.isOfOneDataSet(runs)) {
            return new Answer(Optional.empty(), Optional.of("the runs are of different data sets, and the same %s of "
                    .formatted(Repeats.of(runs).one()) + "two of them has nothing in common"));
        }
        Set<Unit> units = Unit.all(objective.ranked(), runs, Run::configId, Run::params);
        if (!Unit.areOne(units)) {
            return new Answer(Optional.empty(), Optional.of("%s is of %s, in no common unit".formatted(
                    objective.ranked(), Unit.differing(units))));
        }
        String figure = objective.ranked().name();
        try {
            Layout layout = Layout.of(figure, runs);
            double total = squares(layout.values(), layout.mean());
            if (layout.factors().size() == 1 && layout.seeds().size() == 1) {
                return new Answer(Optional.empty(), Optional.of("of one axis in one %s all of the variance is that axis"
                        .formatted(Repeats.of(runs).one()) + ", whatever it does"));
            }
            return total == 0 ? new Answer(Optional.empty(), Optional.of("all runs have the same " + figure))
                    : new Answer(Optional.of(new Effects(objective, layout.factors(), layout.seeds().size(),
                            runs.stream().map(Run::repeat).distinct().count() == layout.seeds().size(),
                            Repeats.of(runs), Resampling.overlap(runs), Candidate.isCrossed(layout.seeds()),
                            effects(layout, total, Repeats.of(runs)),
                            averages(layout))), Optional.empty());
        } catch (Layout.Incomplete e) {
            return new Answer(Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    /** How many seeds it is of: {@code 8 shared seeds} where configurations have others besides. */
    public String counted() {
        String counted = repeats.counted(seeds);
        return areAll ? counted : counted.replaceFirst(" ", " shared ");
    }

    /** Where the mean over the seeds is that an average is; empty of one seed. */
    public Optional<MeanInterval> interval(Average average) {
        return objective.terms().interval(objective.ranked().name(), average.values(), overlap);
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    private static List<Effect> effects(Layout layout, double total, Repeats repeats) {
        int seeds = layout.seeds().size();
        double ofCells = seeds * squares(layout.meansOfCells(), layout.mean());
        double ofSeeds = layout.cells() * squares(layout.meansOfSeeds(-1, 0), layout.mean());
        Lines lines = new Lines(total, layout.residual(), (layout.cells() - 1) * (seeds - 1));
        List<Effect> some = new ArrayList<>();
        for (Interaction.Term term : new Interaction(layout).terms(HIGHEST_ORDER)) {
            some.add(lines.of(term.name(), term.order(), term.degrees(), term.squares()));
        }
        some.sort(Comparator.comparingDouble(Effect::squares).reversed());
        int degreesLeft = layout.cells() - 1 - some.stream().mapToInt(Effect::degrees).sum();
        if (degreesLeft > 0) {
            double known = Layout.sum(some.stream().mapToDouble(Effect::squares).toArray());
            some.add(lines.of(HIGHER, HIGHEST_ORDER + 1, degreesLeft, Math.max(0, ofCells - known)));
        }
        if (seeds > 1) {
            some.add(lines.of(repeats.many(), 0, seeds - 1, ofSeeds));
            some.add(new Effect(RESIDUAL, 0, lines.degrees, lines.residual, lines.residual / total, Double.NaN,
                    Double.NaN));
        }
        return List.copyOf(some);
    }

    /** Lines of one analysis. */
    private record Lines(double total, double residual, int degrees) {

        Effect of(String source, int order, int degreesOfSource, double squares) {
            if (degrees == 0 || residual / total < NOISE) {
                return new Effect(source, order, degreesOfSource, squares, squares / total, Double.NaN, Double.NaN);
            }
            double f = squares / degreesOfSource / (residual / degrees);
            return new Effect(source, order, degreesOfSource, squares, squares / total, f,
                    FDistribution.of(degreesOfSource, degrees).survivalProbability(f));
        }
    }

    private static List<Average> averages(Layout layout) {
        List<Average> averages = new ArrayList<>();
        for (int factor = 0; factor < layout.factors().size(); factor++) {
            Factor of = layout.factors().get(factor);
            int runs = layout.values().length / of.levels().size();
            for (int level = 0; level < of.levels().size(); level++) {
                averages.add(new Average(of.name(), of.levels().get(level), runs,
                        DoubleStream.of(layout.meansOfSeeds(factor, level)).boxed().toList()));
            }
        }
        return averages;
    }
}
