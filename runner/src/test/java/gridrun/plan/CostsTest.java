package gridrun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CostsTest {

    @Test
    void bytesOfAFile_countOnce_howeverManySeedsAreTrained() {
        Costs.Cost cost = new Costs.Cost(null, null, 0, 0, 100, true, 0, 10, 1);
        assertEquals(100 + 10 + 1, cost.bytes(1, 1));
        assertEquals(300 + 20 + 1, cost.bytes(3, 2));
    }

    @Test
    @DisplayName("What is evaluated at a time is named where it is most of the memory, by its number of examples")
    void help_namesWhatIsEvaluated_whereThatIsMost() {
        String few = "data: {type: moons, samples: 60, validation: 0.2}\n";
        assertEquals("A smaller net or a larger java -Xmx helps.",
                help(few + "model: {layers: [{dense: 2000}, {dense: 2000}]}\ntrain: {batch_size: 4}\n"));
        assertEquals("48 examples are evaluated at a time whatever the batch_size. A smaller net or a larger java -Xmx"
                + " helps.",
                help("data: {type: iris, validation: 0.32}\n"
                        + "model: {layers: [{dense: 5000}]}\ntrain: {batch_size: 1}\n"));
        assertEquals("A smaller net or batch_size or a larger java -Xmx helps.",
                help("data: iris\nmodel: {layers: [{dense: 5000}]}\ntrain: {batch_size: 100}\n"));
    }

    private static String help(String file) {
        Problems problems = new Problems();
        Experiment experiment = Experiment.parse("t.yaml", "name: t\n" + file, List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
        return Plan.help(Costs.of(experiment).all().get(0), 1);
    }
}
