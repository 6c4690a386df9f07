package gridrun.comparison;

import gridrun.store.DatasetInput;
import gridrun.store.Run;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** What generated data were called while all sources were said to be local; results of that time are kept. */
    private static final Set<String> GENERATORS = Set.of("moons", "circles", "spirals", "xor", "blobs", "noisy_sine",
            "shapes", "adding", "associative_recall");

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
        Map<List<Object>, String> parts = new HashMap<>();
        Set<List<Object>> splitAnew = new HashSet<>();
        double overlap = 0;
        for (Run run : runs) { // there may be thousands, and every column asks
            if (run.folds() > 0) {
                overlap = Math.max(overlap, 1.0 / (run.folds() - 1));
                continue;
            }
            DatasetInput validation = part(run, "validation");
            if (validation != null) {
                List<Object> examples = examples(run);
                String other = parts.putIfAbsent(examples, validation.digest());
                if (other != null && !other.equals(validation.digest())) {
                    splitAnew.add(examples);
                }
            }
        }
        return splitAnew.isEmpty() ? overlap : Math.max(overlap, runs.stream()
                .filter(run -> run.folds() == 0 && splitAnew.contains(examples(run)))
                .mapToDouble(Resampling::ratio).max().orElse(0));
    }

    /** What says which examples a run has, before they are split: of one configuration the data's seed, if at all. */
    private static List<Object> examples(Run run) {
        boolean isFixed = run.params().containsKey("data.seed") || !isGenerated(run);
        return isFixed ? List.of(run.configId()) : List.of(run.configId(), run.repeat().seeds().data());
    }

    private static boolean isGenerated(Run run) {
        for (DatasetInput part : run.datasets()) {
            if (part.sourceType().equals(DatasetInput.GENERATED) || GENERATORS.contains(part.name())) {
                return true;
            }
        }
        return false;
    }

    private static double ratio(Run run) {
        return (double) rows(run, "validation") / Math.max(1, rows(run, "train"));
    }

    private static int rows(Run run, String context) {
        DatasetInput part = part(run, context);
        return part == null ? 0 : part.rows().orElse(0);
    }

    private static DatasetInput part(Run run, String context) {
        for (DatasetInput part : run.datasets()) {
            if (part.context().equals(context)) {
                return part;
            }
        }
        return null;
    }
}
