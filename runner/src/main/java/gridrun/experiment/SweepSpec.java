package gridrun.experiment;

import gridrun.comparison.Pairing;
import gridrun.comparison.Terms;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a sweep varies and ranks.
 *
 * <p>Overriding a zipped setting with values that it has in the zip chooses these rows of the zip. With other values
 * the setting leaves the zip, whose other settings still vary in lockstep. Overriding all settings of a zip dissolves
 * it.
 *
 * @param parameters the axes: lists or ranges by short or full names
 * @param zip settings that vary in lockstep, each with equally many values; or several such maps
 * @param cases one more axis, of named bundles of settings, each put over the file
 * @param exclude cells that are left out: those with the values of one of the maps, in which a list is any of its
 *     values
 * @param metric what is ranked; null for the validation loss
 * @param metrics further figures that tables show, such as {@code [val_loss, test_accuracy]}; by default those of the
 *     ranked metric at other moments
 * @param seeds a number of repeats, a list of seeds, seeds of single purposes, or a race for as many as are needed
 * @param baseline the configuration that all are compared with, by what it has; null for the best one
 * @param confidence of intervals and comparisons
 * @param pairedTest by which configurations are compared in the seeds that they share
 * @param interval how intervals of means are found
 */
record SweepSpec(
        @Default("null") ParameterAxes parameters,
        @Default("null") Zip zip,
        @Default("null") Cases cases,
        @Default("null") Exclude exclude,
        @Default("null") RankedMetric metric,
        @Default("[]") List<ShownMetric> metrics,
        @Default("null") Seeds seeds,
        @Default("null") BaselineSelection baseline,
        @Default("0.95") double confidence,
        @Default("t") PairedTest.Choice pairedTest,
        @Default("t") MeanInterval.Method interval) {

    SweepSpec {
        Check.that(confidence >= 0.5 && confidence <= 0.9999, "confidence",
                BigDecimal.valueOf(confidence).stripTrailingZeros().toPlainString(),
                "a confidence from 0.5 to 0.9999, such as 0.95");
        Check.that(baseline == null || !(seeds instanceof Race), "baseline",
                baseline == null ? null : baseline.selector(),
                "possible in a race, which compares with the best that it finds; leave it out, or give seeds a number");
    }

    /**
     * How configurations are compared.
     *
     * @param first the experiment's seed
     * @param configurations how many there are
     */
    Terms terms(Seed first, int configurations) {
        return new Terms(baseline == null ? null : baseline.selector(), confidence, pairedTest, interval,
                metrics.stream().map(ShownMetric::quantity).toList(),
                seeds instanceof Race race ? race.terms(first, configurations) : null, Pairing.WITHIN_A_SWEEP);
    }

    /** What is right of a file's sweep; nothing varies where the file has none. */
    static SweepSpec of(Tree.Mapping file, Problems problems) {
        Tree nothing = Tree.Mapping.empty(Origin.DEFAULT);
        Tree given = file.get("sweep") == null ? nothing : file.get("sweep");
        return bind(given, problems).or(() -> bind(nothing, problems)).orElseThrow();
    }

    private static Optional<SweepSpec> bind(Tree sweep, Problems problems) {
        return Schema.bindWhatIsRight(SweepSpec.class, sweep, "sweep", problems, Keys.SETTINGS);
    }

    /** Finds what is wrong with what a file varies. */
    void check(Problems problems) {
        List<Dimension> dimensions = dimensions(problems);
        if (exclude != null && problems.isEmpty() && Cells.count(dimensions) <= Cells.MOST) {
            exclude.check(Dimension.axes(dimensions), Cells.of(dimensions), problems);
        }
    }

    /** The cells of the grid that the dimensions make, without those that are excluded. */
    List<Map<Axis, Tree>> cells(List<Dimension> dimensions) {
        return exclude == null ? Cells.of(dimensions) : exclude.from(Cells.of(dimensions));
    }

    /** The factors of the grid, the slowest first. */
    List<Dimension> dimensions(Problems problems) {
        List<Dimension> all = new ArrayList<>();
        Set<Axis> seen = new HashSet<>();
        Stream.<Construct>of(parameters, zip, cases).filter(Objects::nonNull)
                .flatMap(construct -> construct.dimensions(problems).stream()).forEach(dimension -> {
                    List<Axis> again = dimension.axes().stream().filter(axis -> !seen.add(axis)).toList();
                    again.forEach(axis -> problems.add(axis.keyOrigin(),
                            "the axis " + axis.name() + " stands here for the second time"));
                    if (again.isEmpty()) {
                        all.add(dimension);
                    }
                });
        List<Axis> axes = Dimension.axes(all);
        axes.forEach(axis -> axis.checkParts(axes, problems));
        if (cases != null) {
            cases.check(axes, problems);
        }
        return all;
    }
}
