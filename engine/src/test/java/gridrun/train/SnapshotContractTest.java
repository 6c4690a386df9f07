package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Tanh;
import gridrun.archive.Snapshot;
import gridrun.init.LecunNormal;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.loss.Loss;
import gridrun.metric.Vocabulary;
import gridrun.nn.Architecture;
import gridrun.nn.BatchNormalization;
import gridrun.nn.Dense;
import gridrun.nn.Dropout;
import gridrun.nn.Layer;
import gridrun.nn.LayerExamples;
import gridrun.nn.Network;
import gridrun.nn.Sequential;
import gridrun.optim.Adam;
import gridrun.optim.Optimizer;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.schedule.ReduceOnPlateau;
import gridrun.schedule.Schedule;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.Trainer.Ending;
import gridrun.train.Trainer.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Training that is cut off at any moment, kept as bytes and restored into new objects goes on with the same bits as if
 * it had never stopped: for every permitted layer, loss, optimizer, schedule and metric, and for every rule of
 * training. So does training by a network that was trained before and began anew.
 */
@Tag("slow")
class SnapshotContractTest {

    private static final Adam ADAM = new Adam(0.9, 0.999, 1e-7);
    private static final Task TWO_NUMBERS = Task.regression(2);
    /** Batches of 4, 4 and 3: the last one is evaluated and trained by programs of its own. */
    private static final int EXAMPLES = 11;
    private static final int BATCH = 4;

    /** What there is to know of a training; a snapshot stands before the metrics of the epochs that follow it. */
    private static final class Trained {

        private final Network network;
        private final List<Map<String, Double>> epochs = new ArrayList<>();
        private final List<byte[]> snapshots = new ArrayList<>();
        private final List<Integer> epochsBehind = new ArrayList<>();
        private Result result;

        private Trained(Network network) {
            this.network = network;
        }

        private static Trained of(Kernels kernels, Architecture architecture, TrainSpec spec, int ids, byte[] from) {
            // Other initial weights than those it began with: whatever is not restored shows.
            return of(new Network(architecture, kernels, Rng.of(from == null ? 1 : 99)), spec, ids, from);
        }

        private static Trained of(Network network, TrainSpec spec, int ids, byte[] from) {
            Trained trained = new Trained(network);
            Architecture architecture = network.architecture();
            Trainer trainer = new Trainer(trained.network, spec, data(architecture, 3, ids), data(architecture, 4, ids),
                    data(architecture, 5, ids), Rng.of(2), () -> false);
            if (from != null) {
                trainer.restore(Snapshot.of(from));
            }
            trained.result = trainer.train(new Trainer.Listener() {

                @Override
                public void epochEnded(int epoch, Map<String, Double> metrics) {
                    trained.epochs.add(metrics);
                }

                @Override
                public void settled(int epochs, int steps) {
                    trained.snapshots.add(trainer.snapshot().bytes());
                    trained.epochsBehind.add(epochs);
                }
            });
            return trained;
        }

        /** Equality of maps of numbers is that of their bits. */
        private void assertContinues(Trained whole, int epochsBehind, String what) {
            assertEquals(whole.epochs.subList(epochsBehind, whole.epochs.size()), epochs, what);
            assertEquals(whole.result, result, what);
            assertEquals(whole.network.parameters().sha256(), network.parameters().sha256(), what);
        }
    }

    private static Dataset data(Architecture architecture, int seed, int ids) {
        Rng rng = Rng.of(seed);
        float[] inputs = new float[EXAMPLES * architecture.input().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = ids > 0 ? rng.nextInt(ids) : (float) rng.nextGaussian();
        }
        Task task = architecture.task();
        float[] targets = new float[EXAMPLES * task.width()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = task.isClassification() ? rng.nextInt(task.classes()) : (float) rng.nextGaussian();
        }
        return new Dataset(architecture.input(), inputs, task, targets);
    }

    private static void check(Architecture architecture, TrainSpec spec, int ids) {
        Trained whole = Trained.of(KernelChoice.best().create(), architecture, spec, ids, null);
        assertTrue(whole.snapshots.size() > 1, "it can be cut off");
        for (int moment = 0; moment < whole.snapshots.size(); moment++) {
            Trained.of(KernelChoice.best().create(), architecture, spec, ids, whole.snapshots.get(moment))
                    .assertContinues(whole, whole.epochsBehind.get(moment),
                            "moment %d of %s, %s".formatted(moment, architecture, spec));
        }
        Network used = new Network(architecture, KernelChoice.best().create(), Rng.of(99));
        used.parameters().values().fill(Double.NaN);
        used.parameters().gradients().fill(Double.NaN);
        Trained.of(used, spec, ids, null); // leaves no numbers wherever it can
        used.begin(Rng.of(1));
        Trained.of(used, spec, ids, null).assertContinues(whole, 0, "anew, %s, %s".formatted(architecture, spec));
    }

    private static Architecture mlp(Loss loss, Task task) {
        return network(List.of(new Dense(7, null, null, true), new BatchNormalization(0.9, 1e-5), new Dropout(0.3)),
                loss, task);
    }

    private static Architecture network(List<Layer> layers, Loss loss, Task task) {
        return Architecture.of(new Sequential(layers, new Tanh(), new LecunNormal(), null), loss, Shape.of(5), task);
    }

    private static TrainSpec spec(Optimizer optimizer, Schedule schedule, int epochs) {
        return spec(optimizer, schedule, epochs, null, new EarlyStopping("val_loss", 9, 0, true),
                List.of(Observation.values()));
    }

    private static TrainSpec spec(Optimizer optimizer, Schedule schedule, int epochs, Double warmup,
            EarlyStopping stopping, List<Observation> log) {
        return new TrainSpec(optimizer, 0.01, schedule, warmup, new BatchSize(BATCH), false, epochs, null, null, 0,
                null, null, null, stopping, log, null);
    }

    static Stream<Arguments> layersAndShapes() {
        return LayerExamples.layers()
                .flatMap(example -> Stream.of(example.inputs()).map(shape -> Arguments.of(example, shape)));
    }

    @ParameterizedTest
    @MethodSource("layersAndShapes")
    void every_layer(LayerExamples.Case example, Shape shape) {
        check(example.network(shape), spec(ADAM, null, 2), example.ids());
    }

    static Stream<Loss> losses() {
        return LayerExamples.losses();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void every_loss(Loss loss) {
        check(mlp(loss, Task.classification(2)), spec(ADAM, null, 2), 0);
        check(mlp(loss, Task.classification(3)), spec(ADAM, null, 2), 0);
    }

    static Stream<Optimizer> optimizers() {
        return LayerExamples.optimizers();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void every_optimizer(Optimizer optimizer) {
        check(mlp(null, TWO_NUMBERS), spec(optimizer, null, 3), 0);
    }

    static Stream<Schedule> schedules() {
        return LayerExamples.schedules();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void every_schedule(Schedule schedule) {
        check(mlp(null, TWO_NUMBERS), spec(ADAM, schedule, 6), 0);
    }

    static Stream<TrainSpec> rules() {
        return Stream.of(
                new TrainSpec(ADAM, 0.01, null, 1.5, new BatchSize(BATCH), true, 3, null, 0.01, 0.02, null, null,
                        0.5, null, null, null),
                new TrainSpec(ADAM, 0.01, null, null, new BatchSize(0), false, 3, null, null, 0, 0.1, 0.01, 0.05,
                        null, null, null),
                spec(ADAM, null, 8, null, new EarlyStopping("val_loss", 1, 0.5, true), null),
                spec(ADAM, null, 8, 2.5, new EarlyStopping("val_r2", 2, 0.5, false), null));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule(TrainSpec spec) {
        check(mlp(null, TWO_NUMBERS), spec, 0);
    }

    static Stream<Task> tasks() {
        return Stream.of(TWO_NUMBERS, Task.classification(2), Task.classification(7));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void every_metric(Task task) {
        check(mlp(null, task), new TrainSpec(ADAM, 0.01, null, null, new BatchSize(BATCH), false, 2, null, null, 0,
                null, null, null, null, null, Vocabulary.suiting(task)), 0);
    }

    @Test
    void patience_that_ran_out_is_not_given_again() {
        TrainSpec spec = spec(ADAM, null, 8, null, new EarlyStopping("val_loss", 1, 0.5, true), null);
        Trained whole = Trained.of(KernelChoice.best().create(), mlp(null, TWO_NUMBERS), spec, 0, null);
        assertTrue(whole.epochs.size() < 8, "it stopped early");
        byte[] last = whole.snapshots.get(whole.snapshots.size() - 1);
        Trained rest = Trained.of(KernelChoice.best().create(), mlp(null, TWO_NUMBERS), spec, 0, last);
        rest.assertContinues(whole, whole.epochs.size(), "nothing is left to train");
    }

    @Test
    void divergence_is_judged_by_the_first_batch_of_all() {
        Architecture linear = network(List.of(), null, TWO_NUMBERS);
        TrainSpec spec = TrainSpec.of(new SGD(0, false), 1.5, BATCH, 4);
        Trained whole = Trained.of(KernelChoice.best().create(), linear, spec, 0, null);
        assertEquals(Ending.DIVERGED, whole.result.ending());
        assertEquals(4, whole.epochs.size(), "it came to its end");
        check(linear, spec, 0);
    }

    @Test
    void other_kernels_and_threads_go_on_with_the_same_bits() {
        Architecture architecture = mlp(null, TWO_NUMBERS);
        TrainSpec spec = spec(ADAM, null, 3);
        Trained whole = Trained.of(KernelChoice.best().create(), architecture, spec, 0, null);
        Trained.of(new ScalarKernels(), architecture, spec, 0, whole.snapshots.get(4))
                .assertContinues(whole, whole.epochsBehind.get(4), "scalar");
        try (Kernels team = KernelChoice.best().create(2)) {
            Trained.of(team, architecture, spec, 0, whole.snapshots.get(4))
                    .assertContinues(whole, whole.epochsBehind.get(4), "two threads");
        }
    }

    @Test
    void float64_is_kept_in_float64() {
        Architecture architecture = mlp(null, TWO_NUMBERS);
        TrainSpec spec = spec(ADAM, null, 3, null, null, null);
        Trained whole = Trained.of(new ReferenceKernels(), architecture, spec, 0, null);
        Trained.of(new ReferenceKernels(), architecture, spec, 0, whole.snapshots.get(4))
                .assertContinues(whole, whole.epochsBehind.get(4), "float64");
        byte[] single = Trained.of(new ScalarKernels(), architecture, spec, 0, null).snapshots.get(4);
        assertThrows(Snapshot.Unfit.class, () -> Trained.of(new ReferenceKernels(), architecture, spec, 0, single));
    }

    @Test
    void interrupted_training_can_be_kept_where_it_stands() {
        Architecture architecture = mlp(null, TWO_NUMBERS);
        TrainSpec spec = spec(ADAM, null, 3);
        Trained whole = Trained.of(KernelChoice.best().create(), architecture, spec, 0, null);
        for (int steps = 0; steps < 9; steps++) {
            AtomicInteger left = new AtomicInteger(steps);
            Trainer trainer = new Trainer(new Network(architecture, KernelChoice.best().create(), Rng.of(1)), spec,
                    data(architecture, 3, 0), data(architecture, 4, 0), data(architecture, 5, 0), Rng.of(2),
                    () -> left.getAndDecrement() == 0);
            assertEquals(Ending.INTERRUPTED, trainer.train((epoch, metrics) -> {}).ending());
            Trained.of(KernelChoice.best().create(), architecture, spec, 0, trainer.snapshot().bytes())
                    .assertContinues(whole, steps / 3, "after " + steps + " steps");
        }
    }

    /** A longer run goes on from a shorter one's end, or says that it cannot. */
    @ParameterizedTest
    @MethodSource("schedules")
    void longer_run_goes_on_from_the_end_where_the_schedule_does_not_depend_on_it(Schedule schedule) {
        Architecture architecture = mlp(null, TWO_NUMBERS);
        Trained shorter = Trained.of(KernelChoice.best().create(), architecture, spec(ADAM, schedule, 3), 0, null);
        Trained longer = Trained.of(KernelChoice.best().create(), architecture, spec(ADAM, schedule, 6), 0, null);
        boolean same = shorter.epochs.equals(longer.epochs.subList(0, 3));
        assertEquals(spec(ADAM, schedule, 3).canBeExtended(), same, schedule::toString);
        if (same) {
            byte[] end = shorter.snapshots.get(shorter.snapshots.size() - 1);
            Trained.of(KernelChoice.best().create(), architecture, spec(ADAM, schedule, 6), 0, end)
                    .assertContinues(longer, 3, "extended");
        }
    }

    @Test
    void snapshot_of_another_run_is_refused() {
        TrainSpec spec = spec(ADAM, null, 2, null, null, null);
        byte[] bytes = Trained.of(KernelChoice.best().create(), mlp(null, TWO_NUMBERS), spec, 0, null).snapshots.get(0);
        for (TrainSpec other : List.of(spec(ADAM, null, 2), spec(new SGD(0, false), null, 2, null, null, null),
                spec(ADAM, new ReduceOnPlateau("loss", 0.5, 1, 1, 0), 2, null, null, null))) {
            assertThrows(Snapshot.Unfit.class,
                    () -> Trained.of(KernelChoice.best().create(), mlp(null, TWO_NUMBERS), other, 0, bytes),
                    other::toString);
        }
        assertThrows(Snapshot.Unfit.class, () -> Trained.of(KernelChoice.best().create(),
                network(List.of(new Dense(30, null, null, true)), null, TWO_NUMBERS), spec, 0, bytes));
    }
}
