package gridrun.comparison;

import gridrun.store.Run;
import java.util.List;
import java.util.stream.Collectors;

/** Which runs of the same seed and fold are a pair: those of the same data, as far as that can be asked for. */
public enum Pairing {
    /**
     * Within a sweep: runs of the same data set. Where an axis changes its noise, size or preparation, that is the
     * question, and the seed is what the runs share: the data's random numbers, their shuffling, the network's start.
     */
    WITHIN_A_SWEEP {
        @Override
        public String data(Run run) {
            StringBuilder data = new StringBuilder();
            for (String setting : SETTINGS) { // of thousands of runs
                String value = run.params().get(setting);
                data.append(value == null ? "" : value).append('\n');
            }
            return data.toString();
        }
    },
    /**
     * Between sweeps, which asked nothing together: runs of the same examples in the same parts. How these are prepared
     * may be the question.
     */
    BETWEEN_SWEEPS {
        @Override
        public String data(Run run) {
            return run.datasets().stream().map(part -> part.context() + " " + part.examples()).sorted()
                    .collect(Collectors.joining("\n"));
        }
    };

    /** The settings that say which data set it is, of its kinds; others say what is made of it. */
    private static final List<String> SETTINGS =
            List.of("data", "data.path", "data.target", "data.images", "data.labels", "data.content");

    /** Whether a sweep's runs are all of one data set. */
    public static boolean isOfOneDataSet(List<Run> runs) {
        return runs.stream().map(WITHIN_A_SWEEP::data).distinct().count() <= 1;
    }

    /** What two runs of a pair have in common. */
    public abstract String data(Run run);
}
