package gridrun.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.init.RandomNormal;
import gridrun.nn.Architecture;
import gridrun.nn.Architecture.Traced;
import gridrun.nn.BatchNormalization;
import gridrun.nn.Dense;
import gridrun.nn.Sequential;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small weights before a normalization curve the loss within the step of a difference: its h² is no mistake. */
class CurvedGradientTest {

    private static Traced traced() {
        RandomNormal small = new RandomNormal(0.001);
        return Architecture.of(new Sequential(List.of(new Dense(4, new ReLU(), small, true),
                new BatchNormalization(0.9, 1e-12)), new ReLU(), small, null), null, Shape.of(6),
                Task.classification(3)).trace(8);
    }

    @Test
    void correctGradients_agree() {
        List<GradientVerdict> verdicts = GradientCheck.onRandomData(traced(), 1).run();
        assertTrue(verdicts.stream().allMatch(GradientVerdict::isRight), verdicts::toString);
        assertTrue(verdicts.stream().allMatch(verdict -> verdict.leftOut() < verdict.size()), verdicts::toString);
    }

    @Test
    void gradientsThatAreTooLong_disagree() {
        Traced traced = traced();
        IntStream.range(0, traced.graph().operations().size()).filter(i -> traced.graph().operations().get(i)
                .operands().get(0).needsGradient()).findFirst().ifPresent(i -> traced.graph().operations().set(i,
                        new Broken(traced.graph().operations().get(i), 0, 1.0001)));
        List<GradientVerdict> verdicts = GradientCheck.onRandomData(traced, 1).run();
        assertEquals(List.of("dense_1.W"), verdicts.stream().filter(verdict -> !verdict.isRight())
                .map(GradientVerdict::name).toList(), verdicts::toString);
    }
}
