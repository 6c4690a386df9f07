package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.graph.Profiler;
import gridrun.graph.Profiler.Pass;
import gridrun.graph.StepTimer;
import gridrun.graph.StepTimer.Measured;
import gridrun.init.HeNormal;
import gridrun.kernel.ScalarKernels;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.optim.Adam;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimerTest {

    private static final int EXAMPLES = 50;
    private static final int BATCH = 16;
    private static final int STEPS_PER_EPOCH = 4;

    private long readings;

    /** A clock that goes by ten at each reading. */
    private StepTimer timer() {
        return new StepTimer(() -> 10 * readings++);
    }

    private static Network train(Profiler profiler, int epochs) {
        Architecture architecture = Architecture.of(new MLP(List.of(6), new ReLU(), new HeNormal(), 0, null), null,
                Shape.of(5), Task.classification(3));
        Network network = new Network(architecture, new ScalarKernels(), Rng.of(1), profiler);
        Rng rng = Rng.of(3);
        float[] inputs = new float[EXAMPLES * 5];
        float[] labels = new float[EXAMPLES];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) rng.nextGaussian();
            labels[i / 5] = i % 3;
        }
        Dataset data = new Dataset(Shape.of(5), inputs, architecture.task(), labels);
        new Trainer(network, TrainSpec.of(new Adam(0.9, 0.999, 1e-7), 0.01, BATCH, epochs), data, data, null, Rng.of(2),
                () -> false).train((epoch, metrics) -> {});
        return network;
    }

    @Test
    void everyOperation_isTimedOnceAStep_andTheStepAddsUp() {
        StepTimer timer = timer();
        train(timer, 4);
        assertEquals(12, timer.steps());
        assertEquals(4, timer.leftOut());
        List<Measured> parts = timer.measured();
        for (Measured part : parts) {
            assertEquals(12, part.calls(), part::toString);
        }
        long all = parts.stream().mapToLong(Measured::nanoseconds).sum();
        assertEquals(10L * 12 * parts.size(), all, "each part ends with one reading of the clock");
        assertEquals(List.of("rest ", "data gather", "loss metrics", "optimizer gradient norm", "optimizer adam",
                "dense_1 matmul", "dense_1 matmul", "dense_1 relu", "dense_1 relu", "output matmul", "output matmul",
                "loss cross-entropy", "loss cross-entropy"),
                parts.stream().map(part -> part.layer() + " " + part.operation()).toList());
    }

    @Test
    void flops_areThoseOfEveryBatch_thePartialOneAmongThem() {
        StepTimer timer = timer();
        train(timer, 4);
        Measured matmul =
                timer.measured().stream().filter(part -> part.layer().equals("output") && part.pass() == Pass.BACKWARD)
                        .findFirst().orElseThrow();
        int examples = 3 * EXAMPLES;
        assertEquals(examples * (2 * 2 * 6 * 3 + 3), matmul.flops());
    }

    @Test
    void steps_leavesOutAQuarterToAHalf_whateverTheirNumber() {
        for (int steps = 1; steps <= 40; steps++) {
            StepTimer timer = timer();
            Profiler.Part part = timer.part("layer", "operation", Pass.FORWARD, 7);
            timer.epochBegins();
            for (int step = 0; step < steps; step++) {
                timer.stepBegins();
                part.ended();
            }
            assertEquals(steps, timer.steps() + timer.leftOut());
            assertTrue(2 * timer.leftOut() < steps && 4 * timer.leftOut() >= steps - 3, steps + " steps");
            assertTrue(timer.measured().stream().allMatch(measured -> measured.calls() == timer.steps()),
                    steps + " steps");
            assertEquals(7 * timer.steps(), timer.measured().get(1).flops());
        }
    }

    @Test
    void weights_areTheSameWhetherTimedOrNot() {
        assertEquals(train(Profiler.NONE, STEPS_PER_EPOCH).parameters().sha256(),
                train(timer(), STEPS_PER_EPOCH).parameters().sha256());
    }

    @Test
    void nothingTrained_nothingMeasured() {
        StepTimer timer = timer();
        timer.part("layer", "operation", Pass.FORWARD, 1);
        assertEquals(0, timer.steps());
        assertEquals(List.of(), timer.measured());
    }
}
