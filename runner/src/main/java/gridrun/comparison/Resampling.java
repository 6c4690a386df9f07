package gridrun.comparison;

import gridrun.store.DatasetInput;
import gridrun.store.Run;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often a configuration's runs use the same examples: folds do, and so do seeds that split one data set each in
 * its own way. Then their training parts overlap, and the runs are not independent (Nadeau and Bengio, Inference for
 * the generalization error, 2003). Data that are generated anew for each seed have nothing in common, and where the
 * split is the same for all runs, what is said is of that split.
 *
 * <p>All is told by what runs have recorded. Runs without a validation part have one training part in common, which is
 * a split like any other.
 */
public final class Resampling {

    private Resampling() {
    }

    /**
     * How much the training parts overlap: n_test/n_train, with the validation part for the test; of k folds
     * 1/(k - 1), and 0 for independent runs. Where there are several, the largest.
     *
     * @param runs of one configuration, or of several that are compared as one
     * @see gridrun.statistics.PairedT
     */
    public static double overlap(List<Run> runs) {
        int folds = runs.stream().mapToInt(Run::folds).filter(count -> count > 0).min().orElse(0);
        double ofSplits = runs.stream().filter(run -> run.folds() == 0)
                .collect(Collectors.groupingBy(Resampling::examples)).values().stream()
                .filter(Resampling::isSplitAnew).flatMap(Collection::stream)
                .mapToDouble(Resampling::ratio).max().orElse(0);
        return Math.max(folds == 0 ? 0 : 1.0 / (folds - 1), ofSplits);
    }

    /** What says which examples a run has, before they are split: of one configuration the data's seed, if at all. */
    private static List<Object> examples(Run run) {
        boolean isFixed = run.params().containsKey("data.seed")
                || run.datasets().stream().noneMatch(DatasetInput::isGenerated);
        return isFixed ? List.of(run.configId()) : List.of(run.configId(), run.repeat().seeds().data());
    }

    private static boolean isSplitAnew(List<Run> runs) {
        return runs.stream().flatMap(run -> part(run, "validation").stream()).map(DatasetInput::digest).distinct()
                .count() > 1;
    }

    private static double ratio(Run run) {
        return (double) rows(run, "validation") / Math.max(1, rows(run, "train"));
    }

    private static int rows(Run run, String context) {
        return part(run, context).map(part -> part.rows().orElse(0)).orElse(0);
    }

    private static Optional<DatasetInput> part(Run run, String context) {
        return run.datasets().stream().filter(part -> part.context().equals(context)).findFirst();
    }
}
