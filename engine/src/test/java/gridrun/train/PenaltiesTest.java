package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Tanh;
import gridrun.check.GradientCheck;
import gridrun.check.GradientVerdict;
import gridrun.graph.Graph;
import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Penalty;
import gridrun.init.LecunNormal;
import gridrun.init.Ones;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class PenaltiesTest {

    @Test
    void aLayersOwnPenalty_goesBeforeTheRuns_andBiasesHaveNone() {
        Kernels kernels = new ReferenceKernels();
        Graph graph = new Graph();
        graph.enter("layer");
        graph.kernel("run", Shape.of(2, 3), new Ones());
        graph.kernel("own", Shape.of(4), new Ones(), new Penalty(0.0, 0.5));
        graph.kernel("none", Shape.of(5), new Ones(), new Penalty(0.2, 0.0));
        graph.bias("b", Shape.of(7), new Ones());
        Parameters parameters = new Parameters(kernels, graph);
        parameters.initialize(graph, Rng.of(1));
        Penalties penalties = new Penalties(parameters, new Penalty(0.3, 0.1));
        assertEquals(0.4 * 6 + 0.5 * 4 + 0.2 * 5, penalties.value(kernels), 1e-15);
        penalties.addGradients(kernels);
        assertEquals(List.of(0.5, 1.0, 0.2, 0.0),
                parameters.slices().stream().map(Slice::gradient).map(gradient -> gradient.get(0)).toList());
    }

    @Test
    void gradients_withPenalties_areRight() {
        MLP model = new MLP(List.of(6), new Tanh(), new LecunNormal(), 0.3, null);
        Rng rng = Rng.of(3);
        for (Penalty penalty : List.of(Penalty.OF_THE_RUN, new Penalty(null, 1e-4), new Penalty(0.01, 0.3))) {
            float[] inputs = new float[20];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = (float) rng.nextGaussian();
            }
            Dataset data = new Dataset(Shape.of(2), inputs, Task.classification(3),
                    new float[] {0, 1, 2, 0, 1, 2, 0, 1, 2, 0});
            Architecture architecture = Architecture.of(model, null, data.input(), data.task());
            for (GradientVerdict verdict : GradientCheck.onExamples(architecture, penalty, data, Rng.of(1)).run()) {
                assertTrue(verdict.isRight() && verdict.checked() > 0, verdict::toString);
            }
        }
    }
}
