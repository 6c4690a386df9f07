package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.check.GradientVerdict;
import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.plan.ConfigurationCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GradientChecksTest {

    private static final Experiment EXPERIMENT = Experiment.parse("checked.yaml", """
            name: checked
            data: {type: xor}
            model: {hidden: [2]}
            train: {epochs: 1}
            sweep: {parameters: {hidden: [[2], [3], [4]]}}
            """, Request.PLAIN, new Problems()).orElseThrow();

    private static final List<GradientVerdict> RIGHT = List.of(new GradientVerdict("dense_1.b", 4, 1e-10, 4, 0, false));

    /** Notes what is found, and asks to stop as soon as a check has progressed. */
    private static final class Notes implements GradientChecks.Listener {

        private final List<String> found = new ArrayList<>();
        private final AtomicBoolean progressed = new AtomicBoolean();

        @Override
        public void progressed(ConfigurationCheck check, double share) {
            progressed.set(true);
        }

        @Override
        public void found(ConfigurationCheck check, List<GradientVerdict> verdicts) {
            found.add(check.name());
        }
    }

    @Test
    void run_tellsWhatIsFound_inTheOrderOfThePlan() throws Exception {
        Notes notes = new Notes();
        assertEquals(3, new GradientChecks((check, progress) -> RIGHT, 3, () -> false).run(EXPERIMENT, notes).size());
        assertEquals(List.of("hidden=[2]", "hidden=[3]", "hidden=[4]"), notes.found);
    }

    @Test
    void run_thatIsToStop_endsTheChecksUnderWay() throws Exception {
        Notes notes = new Notes();
        GradientChecks endless = new GradientChecks((check, progress) -> {
            while (true) {
                progress.accept(0.5);
            }
        }, 1, notes.progressed::get);
        assertEquals(List.of(), endless.run(EXPERIMENT, notes));
        assertEquals(List.of(), notes.found);
    }
}
