package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.activation.ReLU;
import gridrun.init.HeNormal;
import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.optim.Adam;
import gridrun.optim.Optimizer;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is announced of a run's memory is what its kernels are asked for, to the number. */
class MemoryTest {

    private static final Shape INPUT = Shape.of(5);
    private static final Task TASK = Task.classification(3);

    private long allocated;

    static Stream<Arguments> runs() {
        List<Observation> gradients = List.of(Observation.GRADIENT_NORM);
        List<Observation> all = List.of(Observation.values());
        return Stream.of(
                Arguments.of(new SGD(0, false), 32, false, null, 64, 0, 0, 0),
                Arguments.of(new SGD(0.9, false), 32, false, gradients, 70, 0, 0, 0),
                Arguments.of(new Adam(0.9, 0.999, 1e-7), 32, true, null, 70, 300, 0, 0),
                Arguments.of(new Adam(0.9, 0.999, 1e-7), 0, true, all, 70, 300, 556, 44),
                Arguments.of(new Adam(0.9, 0.999, 1e-7), 50, false, all, 300, 256, 20, 576));
    }

    @ParameterizedTest(name = "{0}, batches of {1}, early stopping {2}, log {3}, {4}, {5}, {6} and {7} examples")
    @MethodSource("runs")
    void arenas_areWhatARunAllocates(Optimizer optimizer, int batch, boolean stopsEarly, List<Observation> log,
            int train, int validation, int test, int asked) {
        Architecture architecture =
                Architecture.of(new MLP(List.of(24, 17), new ReLU(), new HeNormal(), 0.1, null), null, INPUT, TASK);
        EarlyStopping stopping = stopsEarly ? new EarlyStopping("loss", 5, 0, true) : null;
        TrainSpec spec = new TrainSpec(optimizer, 0.01, null, null, new BatchSize(batch), false, 2, null, null, 0, null,
                null, null,
                stopping, log, null);
        Network network = new Network(architecture, counting(), Rng.of(1));
        new Trainer(network, spec, examples(train), examples(validation), examples(test), Rng.of(2), () -> false)
                .train((epoch, metrics) -> {});
        if (asked > 0) {
            new Predictor(network).probabilities(examples(asked));
        }
        Memory memory = Memory.of(architecture, spec, stopsEarly, train, List.of(validation, test, asked));
        assertEquals(allocated, memory.arenas());
        assertEquals(4 * (allocated + memory.examples()), memory.bytes());
    }

    /** Kernels that note what they are asked for. */
    private Kernels counting() {
        ScalarKernels kernels = new ScalarKernels();
        return (Kernels) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Kernels.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(kernels, arguments);
                        allocated += result instanceof Arena arena ? arena.floats().length : 0;
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Dataset examples(int size) {
        return size == 0 ? null : new Dataset(INPUT, new float[size * INPUT.size()], TASK, new float[size]);
    }
}
