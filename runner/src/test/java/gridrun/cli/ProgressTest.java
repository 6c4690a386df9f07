package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.plan.Job;
import gridrun.store.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Job JOB = Job.of(Experiment.parse("one.yaml", """
            name: one
            data: {type: xor}
            model: {hidden: [2]}
            train: {epochs: 2}
            """, Request.PLAIN, new Problems()).orElseThrow()).get(0);

    private static String lineAfter(int epochs) {
        return lineAfter(epochs, Outcome.COMPLETED, Map.of("loss", 0.5));
    }

    private static String lineAfter(int epochs, Outcome outcome, Map<String, Double> metrics) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (Progress progress =
                new Progress(new Terminal(stream, stream, false, 80, true), false, "one", "loss", 0, 1, 2)) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                progress.epochEnded(JOB, epoch, metrics);
            }
            progress.ended(JOB, outcome, null);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anInterruptedRun_hasNotEnded() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (Progress progress =
                new Progress(new Terminal(stream, stream, false, 80, true), false, "one", "loss", 3, 5, 2)) {
            progress.ended(JOB, Outcome.INTERRUPTED, null);
            progress.ended(JOB, Outcome.COMPLETED, null);
        }
        assertEquals("4/5  one  completed after 0 epochs\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void ended_inALog_countsItsEpochs() {
        assertEquals("1/1  one  completed after 1 epoch, loss 0.5000\n", lineAfter(1));
        assertEquals("1/1  one  completed after 2 epochs, loss 0.5000\n", lineAfter(2));
    }

    @Test
    void diverged_inALog_saysByWhichRule() {
        assertEquals("1/1  one  diverged after 2 epochs: its loss ended far above where it began, loss 5.000e+05\n",
                lineAfter(2, Outcome.DIVERGED, Map.of("loss", 5e5, "val_loss", 9.0)));
        assertEquals("1/1  one  diverged after 1 epoch: its val_loss is infinite or no number, loss 0.5000\n",
                lineAfter(1, Outcome.DIVERGED, Map.of("loss", 0.5, "val_loss", Double.NaN)));
        assertEquals("1/1  one  diverged after 1 epoch: its loss is infinite or no number, loss NaN\n",
                lineAfter(1, Outcome.DIVERGED, Map.of("loss", Double.NaN)));
    }
}
