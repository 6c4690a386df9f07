package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.init.Zeros;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.observed.StepTables;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.FirstStep;
import gridrun.train.TrainSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step as text and as a page; with weights of 0 its numbers are known without any arithmetic. */
class StepPageTest {

    private static FirstStep step() {
        Dataset data = new Dataset(Shape.of(2), new float[] {1, 2}, Task.classification(2), new float[] {1});
        Architecture architecture = Architecture.of(new MLP(List.of(), new ReLU(), new Zeros(), 0, null), null,
                Shape.of(2), Task.classification(2));
        return FirstStep.of(architecture, TrainSpec.of(new SGD(0, false), 0.5, 1, 1), data, Rng.of(1), Rng.of(1), 3);
    }

    @Test
    void text_hasFormulasAndNumbers() {
        String text = StepTables.of(step()).text(true);
        assertTrue(text.contains("output:  Y1 = X W1 + 1 b1ᵀ"), text);
        assertTrue(text.contains("L = 1/m Σ_i ℓ_i = 0.693147  with m = 1"), "log 2: " + text);
        String even = text.replaceAll(" +", " ");
        assertTrue(even.contains(" W1 w g = dW1 change new w\n 1 0 -0.5 0.25 0.25\n 2 0 -1 0.5 0.5\n"), text);
    }

    @Test
    void text_ofATerminalWithoutSigns_isAscii() {
        assertEquals("", StepTables.of(step()).text(false).replaceAll("[ -~\n]", ""));
    }

    @Test
    void page_drawsTheNetwork_andEscapesItsTitle() {
        String page = StepPage.of("<script>alert(1)</script>", "one example", step());
        assertFalse(page.contains("<script>alert"), page);
        assertTrue(page.contains("<circle class=\"unit\""), page);
        assertTrue(page.contains("dW1 = Xᵀ dY1"), page);
    }
}
