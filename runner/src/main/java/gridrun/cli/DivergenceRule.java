package gridrun.cli;

import gridrun.metric.DataPart;
import gridrun.metric.MeanLoss;
import gridrun.report.Figures;
import gridrun.report.JUnit;
import gridrun.store.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What runs that diverged are taken for.
 *
 * @param forbidden whether they are a failure, as {@code --fail-on-divergence} asks; otherwise they are results
 */
record DivergenceRule(boolean forbidden) {

    private static final int MOST_SHOWN = 10;

    /** Where a run diverged. */
    static String told(Run run) {
        Double epoch = run.summary().get("diverged_at_epoch");
        return epoch == null ? "diverged" : "diverged in epoch " + Figures.exact(epoch);
    }

    /**
     * By which rule a run diverged.
     *
     * @param last what its last epoch had come to
     */
    static String reason(Map<String, Double> last) {
        return Stream.of(DataPart.TRAINING, DataPart.VALIDATION)
                .map(part -> part.prefix() + MeanLoss.NAME).filter(last::containsKey)
                .filter(loss -> !Double.isFinite(last.get(loss))).findFirst()
                .map(loss -> "its %s is infinite or no number".formatted(loss))
                .orElse("its loss ended far above where it began");
    }

    /** How the case of a run that diverged ends. */
    JUnit.Result result() {
        return forbidden ? JUnit.Result.DIVERGED : JUnit.Result.PASSED;
    }

    /** Whether a command fails because of these runs. */
    boolean fails(List<Run> runs) {
        return forbidden && runs.stream().anyMatch(Run::isDiverged);
    }

    /** Says why, where it does. */
    void tell(List<Run> runs, Terminal terminal) {
        if (!fails(runs)) {
            return;
        }
        List<Run> diverged = runs.stream().filter(Run::isDiverged).toList();
        terminal.err().printf("%,d of %s diverged, which --fail-on-divergence takes for a failure:%n",
                diverged.size(), Figures.counted(runs.size(), "run"));
        diverged.stream().limit(MOST_SHOWN).forEach(run -> terminal.err().printf("%s: %s%n", run.name(), told(run)));
        if (diverged.size() > MOST_SHOWN) {
            terminal.err().printf("and %,d more%n", diverged.size() - MOST_SHOWN);
        }
    }
}
