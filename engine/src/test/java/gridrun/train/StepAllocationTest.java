package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import gridrun.activation.ReLU;
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
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * By scalar kernels: JDK 17 keeps single vectors as objects when it compiles them at an unlucky moment, which
 * KernelAllocationTest looks after.
 */
class StepAllocationTest {

    private static final int STEPS = 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int step;
    private long afterFirst;
    private long latest;
    private long least = Long.MAX_VALUE;

    @ParameterizedTest(name = "of {0} examples")
    @ValueSource(ints = {32, 200})
    void step_afterWarmUp_allocatesNothing(int batch) {
        Architecture architecture =
                Architecture.of(new MLP(List.of(24, 17), new ReLU(), new HeNormal(), 0.1, null), null,
                        Shape.of(5), Task.classification(3));
        Network network = new Network(architecture, new ScalarKernels(), Rng.of(1));
        long deadlineNs = System.nanoTime() + 60_000_000_000L; // for a compiler that shares its cores
        TrainSpec spec = TrainSpec.of(new Adam(0.9, 0.999, 1e-7), 0.001, batch, 1_000_000);
        new Trainer(network, spec, examples(batch * STEPS, architecture.task()), null, null, Rng.of(2),
                () -> stepBegins() || System.nanoTime() > deadlineNs).train((epoch, metrics) -> epochEnded());
        assertEquals(0, least, "bytes in " + (STEPS - 2) + " steps");
    }

    /** Counts from the second step of an epoch to its last: an epoch makes some objects of its own. */
    private boolean stepBegins() {
        latest = threads.getCurrentThreadAllocatedBytes();
        step++;
        if (step == 2) {
            afterFirst = latest;
        }
        return least == 0;
    }

    private void epochEnded() {
        least = Math.min(least, latest - afterFirst);
        step = 0;
    }

    private static Dataset examples(int size, Task task) {
        Rng rng = Rng.of(3);
        float[] inputs = new float[size * 5];
        float[] labels = new float[size];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) rng.nextGaussian();
        }
        for (int i = 0; i < size; i++) {
            labels[i] = rng.nextInt(task.classes());
        }
        return new Dataset(Shape.of(5), inputs, task, labels);
    }
}
