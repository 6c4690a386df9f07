package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import gridrun.component.Version;
import gridrun.config.Problems;
import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Profiler;
import gridrun.graph.StepTimer;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.CustomLayer;
import gridrun.nn.Network;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which runs are trained with the network of the run before. */
class WorkplaceTest {

    private final Workplace workplace = new Workplace(KernelChoice.best(), 1);

    /** A layer of somebody else. */
    @Version("1")
    record Same() implements CustomLayer {

        @Override
        public Node trace(Graph graph, Node x) {
            return x;
        }
    }

    private static List<RunSpec> runs(String model, String sweep) {
        Problems problems = new Problems();
        return Experiment.parse("worked.yaml", """
                name: worked
                data: {type: moons, samples: 60}
                model: {%s}
                train: {epochs: 3, batch_size: 8}
                sweep: {%s}
                """.formatted(model, sweep), List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs();
    }

    private Network network(RunSpec run, Profiler profiler) throws IOException {
        return workplace.network(run, new DataLoader(null).load(run.data(), run.seeds(), run.fold()), profiler);
    }

    private Network network(RunSpec run) throws IOException {
        return network(run, Profiler.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seeds: 2", "parameters: {learning_rate: [0.1, 0.2]}",
        "parameters: {optimizer: [sgd, adam]}"})
    void runsOfTheSameNetwork_shareIt_andBeginAlike(String sweep) throws IOException {
        List<RunSpec> runs = runs("hidden: [4]", sweep);
        String alone = network(runs.get(1)).parameters().sha256();
        Network first = network(runs.get(0));
        Kernels kernels = workplace.kernels();
        Network second = network(runs.get(1));
        assertSame(first, second);
        assertSame(kernels, workplace.kernels());
        assertEquals(alone, second.parameters().sha256());
    }

    /** Else a sweep over many of them would keep programs for all. */
    @ParameterizedTest
    @ValueSource(strings = {"parameters: {batch_size: [8, 9]}", "parameters: {data.samples: [60, 62]}",
        "parameters: {data.validation: [0.1, 0.2]}", "parameters: {hidden: [[4], [5]]}",
        "parameters: {loss: [binary_cross_entropy, hinge]}"})
    void runsOfOtherNetworksOrSizes_haveTheirOwn(String sweep) throws IOException {
        List<RunSpec> runs = runs("hidden: [4]", sweep);
        assertNotSame(network(runs.get(0)), network(runs.get(1)));
    }

    @Test
    void layersOfSomebodyElse_areMadeAnew() throws IOException {
        List<RunSpec> runs = runs("layers: [{type: '%s'}]".formatted(Same.class.getName()), "seeds: 2");
        assertNotSame(network(runs.get(0)), network(runs.get(1)));
    }

    @Test
    void profiledRuns_haveTheirOwn() throws IOException {
        RunSpec run = runs("hidden: [4]", "seeds: 1").get(0);
        Network network = network(run);
        Profiler timer = new StepTimer(System::nanoTime);
        Network timed = network(run, timer);
        assertNotSame(network, timed);
        assertSame(timed, network(run, timer));
    }
}
