package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.init.HeNormal;
import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.metric.Matthews;
import gridrun.metric.MeanLoss;
import gridrun.metric.Metric;
import gridrun.metric.Vocabulary;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.optim.Adadelta;
import gridrun.optim.Adagrad;
import gridrun.optim.Adam;
import gridrun.optim.Optimizer;
import gridrun.optim.RMSprop;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.schedule.Exponential;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.Trainer.Ending;
import gridrun.train.Trainer.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {

    private static final BatchSize BATCH = new BatchSize(32);
    private static final MLP MODEL = new MLP(List.of(24, 17), new ReLU(), new HeNormal(), 0.05, null);

    /** A network after training, with the metrics of each epoch. */
    private record Trained(Network network, Result result, List<Map<String, Double>> epochs) {

        String weights() {
            return network.parameters().sha256();
        }
    }

    static Stream<Optimizer> optimizers() {
        return gridrun.nn.LayerExamples.optimizers();
    }

    /** A rate at which the optimizer learns quickly. */
    private static double rate(Optimizer optimizer) {
        return optimizer instanceof SGD || optimizer instanceof Adagrad ? 0.05
                : optimizer instanceof Adadelta ? 1 : 0.01;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void every_optimizer_learns_to_tell_two_rings_apart(Optimizer optimizer) {
        Trained trained = train(KernelChoice.best().create(), rings(300, 1), rings(100, 2),
                spec(optimizer, rate(optimizer), BATCH, 80, 0, null), 0);
        assertEquals(Ending.COMPLETED, trained.result().ending());
        assertTrue(trained.epochs().get(79).get("val_accuracy") > 0.95, trained.epochs().get(79)::toString);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void scalar_and_vector_kernels_train_the_same_bits(Optimizer optimizer) {
        TrainSpec spec = spec(optimizer, 0.01, new BatchSize(33), 3, 0.001, null);
        assertEquals(train(new ScalarKernels(), rings(100, 1), null, spec, 4).weights(),
                train(KernelChoice.best().create(), rings(100, 1), null, spec, 4).weights());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void any_number_of_threads_trains_the_same_bits(Optimizer optimizer) {
        TrainSpec spec = spec(optimizer, 0.01, new BatchSize(70), 3, 0.001, null);
        MLP large = new MLP(List.of(150, 131), new ReLU(), new HeNormal(), 0.05, null);
        String alone = train(KernelChoice.best().create(1), large, rings(210, 1), rings(100, 2), spec, 4).weights();
        for (int threads : new int[] {2, 3}) {
            try (Kernels team = KernelChoice.best().create(threads)) {
                assertEquals(alone, train(team, large, rings(210, 1), rings(100, 2), spec, 4).weights());
            }
        }
    }

    @Test
    @DisplayName("Measuring more changes no weight and none of the usual metrics")
    void metrics_thatAreAskedFor_changeNothingElse() {
        TrainSpec spec = spec(new Adam(0.9, 0.999, 1e-7), 0.01, BATCH, 3, 0, null);
        List<Metric> suiting = Vocabulary.suiting(Task.classification(2));
        Trained usual = train(new ScalarKernels(), rings(90, 1), rings(50, 2), spec, 1);
        Trained more = train(new ScalarKernels(), rings(90, 1), rings(50, 2), spec.measuring(suiting), 1);
        assertEquals(usual.weights(), more.weights());
        for (int epoch = 0; epoch < 3; epoch++) {
            Map<String, Double> all = more.epochs().get(epoch);
            assertTrue(all.entrySet().containsAll(usual.epochs().get(epoch).entrySet()), all::toString);
            assertTrue(suiting.stream().allMatch(metric -> all.containsKey("val_" + metric.name())), all::toString);
        }
    }

    @Test
    @DisplayName("Early stopping keeps the weights of the epoch in which what it watches is best")
    void earlyStopping_watchesWhatIsAskedFor() {
        EarlyStopping rule = new EarlyStopping("val_matthews", 4, 0, true);
        TrainSpec spec = spec(new SGD(0.9, false), 0.3, BATCH, 30, 0, rule).measuring(List.of(new Matthews()));
        Trained trained = train(new ScalarKernels(), rings(90, 1), rings(50, 2), spec, 1);
        double best = trained.epochs().stream().mapToDouble(epoch -> epoch.get("val_matthews")).max().orElseThrow();
        assertTrue(best > trained.epochs().get(0).get("val_matthews"), "it learns");
        assertEquals(best, trained.epochs().get(trained.result().keptEpoch() - 1).get("val_matthews"));
    }

    @Test
    void weights_are_a_function_of_the_seed() {
        TrainSpec spec = spec(new Adam(0.9, 0.999, 1e-7), 0.01, BATCH, 2, 0, null);
        String one = train(new ScalarKernels(), rings(50, 1), null, spec, 1).weights();
        assertEquals(one, train(new ScalarKernels(), rings(50, 1), null, spec, 1).weights());
        assertNotEquals(one, train(new ScalarKernels(), rings(50, 1), null, spec, 2).weights());
    }

    @Test
    void a_validation_part_changes_no_weight() {
        TrainSpec spec = spec(new SGD(0, false), 0.1, BATCH, 3, 0, null);
        assertEquals(train(new ScalarKernels(), rings(50, 1), null, spec, 1).weights(),
                train(new ScalarKernels(), rings(50, 1), rings(70, 2), spec, 1).weights());
    }

    @Test
    void full_batch_takes_one_step_an_epoch() {
        TrainSpec full = spec(new SGD(0, false), 0.1, BatchSize.parse("full"), 2, 0, null);
        TrainSpec large = spec(new SGD(0, false), 0.1, new BatchSize(1000), 2, 0, null);
        assertEquals(train(new ScalarKernels(), rings(50, 1), null, full, 1).weights(),
                train(new ScalarKernels(), rings(50, 1), null, large, 1).weights());
    }

    @Test
    void a_smaller_last_batch_is_left_out_where_the_file_says_so() {
        assertEquals(List.of(2, 1), List.of(steps(50, 32, false), steps(50, 32, true)));
        assertEquals(List.of(2, 2), List.of(steps(64, 32, false), steps(64, 32, true)));
        assertEquals(List.of(1, 1), List.of(steps(20, 32, false), steps(20, 32, true)),
                "the only batch is never left out");
    }

    /** The steps of an epoch, counted by what is asked before each. */
    private static int steps(int examples, int batch, boolean dropLast) {
        int[] asked = {0};
        Dataset data = rings(examples, 1);
        TrainSpec spec = new TrainSpec(new SGD(0, false), 0.1, null, null, new BatchSize(batch), dropLast, 1, null,
                null, 0, null,
                null, null, null, null, null);
        new Trainer(new Network(architecture(data), new ScalarKernels(), Rng.of(0)), spec, data, null, null, Rng.of(0),
                () -> {
                    asked[0]++;
                    return false;
                }).train((epoch, metrics) -> assertTrue(metrics.get("loss") > 0));
        assertEquals(asked[0], spec.steps(examples));
        return asked[0];
    }

    @Test
    void l2_shrinks_weights_and_leaves_the_reported_loss_alone() {
        Trained free = train(new ScalarKernels(), rings(100, 1), null,
                spec(new SGD(0, false), 0.1, BATCH, 20, 0, null), 1);
        Trained held = train(new ScalarKernels(), rings(100, 1), null,
                spec(new SGD(0, false), 0.1, BATCH, 20, 0.05, null), 1);
        assertTrue(norm(held) < 0.8 * norm(free));
        assertTrue(held.epochs().get(0).get("loss") < 1.5);
    }

    @Test
    void early_stopping_ends_training_and_restores_the_best_weights() {
        EarlyStopping rule = new EarlyStopping("val_loss", 3, 0, true);
        TrainSpec spec = spec(new SGD(0.9, false), 0.3, BATCH, 400, 0, rule);
        Trained stopped = train(new ScalarKernels(), rings(60, 1), rings(40, 2), spec, 1);
        int best = stopped.result().keptEpoch();
        assertEquals(best + 3, stopped.result().lastEpoch());
        TrainSpec toBest = spec(new SGD(0.9, false), 0.3, BATCH, best, 0, null);
        assertEquals(train(new ScalarKernels(), rings(60, 1), rings(40, 2), toBest, 1).weights(), stopped.weights());
    }

    @Test
    void early_stopping_without_restore_keeps_the_last_weights() {
        TrainSpec spec = spec(new SGD(0.9, false), 0.3, BATCH, 400, 0, new EarlyStopping("val_loss", 3, 0, false));
        Trained stopped = train(new ScalarKernels(), rings(60, 1), rings(40, 2), spec, 1);
        assertEquals(stopped.result().lastEpoch(), stopped.result().keptEpoch());
    }

    @Test
    void early_stopping_on_an_unknown_metric_says_which_there_are() {
        TrainSpec spec = spec(new SGD(0, false), 0.3, BATCH, 4, 0, new EarlyStopping("val_loss", 3, 0, true));
        Exception e = assertThrows(IllegalStateException.class,
                () -> train(new ScalarKernels(), rings(60, 1), null, spec, 1));
        assertTrue(e.getMessage().contains("'val_loss'") && e.getMessage().contains("accuracy"), e::getMessage);
    }

    @Test
    void a_loss_that_is_no_number_ends_the_run_as_diverged() {
        Trained diverged = train(new ScalarKernels(), line(100), null,
                spec(new SGD(0, false), 1e6, BATCH, 50, 0, null), 1);
        assertEquals(Ending.DIVERGED, diverged.result().ending());
        assertEquals(diverged.result().lastEpoch(), diverged.epochs().size());
        assertTrue(diverged.result().lastEpoch() < 50);
    }

    @Test
    void a_loss_that_ends_far_above_where_it_began_is_diverged_after_all_epochs() {
        Trained trained = train(new ScalarKernels(), rings(100, 1), rings(50, 2),
                spec(new RMSprop(0.9, 1e-7), 1e10, BATCH, 5, 0, null), 1);
        assertEquals(5, trained.epochs().size());
        double last = trained.epochs().get(4).get("val_loss");
        assertTrue(last > 1e6 && Double.isFinite(last), trained.epochs().get(4)::toString);
        assertEquals(Ending.DIVERGED, trained.result().ending());
    }

    @Test
    void a_run_that_begins_badly_and_improves_is_completed() {
        TrainSpec spec = new TrainSpec(new Adam(0.9, 0.999, 1e-7), 0.5, new Exponential(0.9), null, BATCH, false, 60,
                null, null, 0,
                null, null, null, null, null, null);
        Trained trained = train(new ScalarKernels(), line(100), null, spec, 1);
        double mean = new Baseline(architecture(line(100)), new ScalarKernels(), line(100))
                .metrics(line(100), List.of(new MeanLoss()), "").get("loss");
        assertTrue(trained.epochs().get(0).get("loss") > 40 * mean, trained.epochs().get(0)::toString);
        assertTrue(trained.epochs().get(59).get("loss") < 2 * mean, trained.epochs().get(59)::toString);
        assertEquals(Ending.COMPLETED, trained.result().ending());
    }

    @Test
    void a_request_to_stop_is_heard_before_the_next_step() {
        int[] asked = {0};
        Network network = new Network(architecture(rings(96, 1)), new ScalarKernels(), Rng.of(0).split("init"));
        Result result = new Trainer(network, spec(new SGD(0, false), 0.1, BATCH, 50, 0, null), rings(96, 1), null, null,
                Rng.of(0), () -> ++asked[0] > 7).train((epoch, metrics) -> assertTrue(epoch <= 2));
        assertEquals(Ending.INTERRUPTED, result.ending());
        assertEquals(8, asked[0]);
    }

    @Test
    void real_targets_are_measured_by_rmse_and_r2() {
        Trained trained = train(KernelChoice.best().create(), line(200), line(50),
                spec(new Adam(0.9, 0.999, 1e-7), 0.01, BATCH, 100, 0, null), 1);
        Map<String, Double> last = trained.epochs().get(99);
        assertNull(last.get("accuracy"));
        assertTrue(last.get("val_r2") > 0.99, last::toString);
        assertEquals(last.get("val_loss"), last.get("val_rmse") * last.get("val_rmse"), 1e-9);
    }

    @Test
    void the_test_part_is_measured_once_with_the_kept_weights() {
        Dataset data = rings(100, 1);
        Network network = new Network(architecture(data), new ScalarKernels(), Rng.of(0).split("init"));
        Result result = new Trainer(network, spec(new SGD(0, false), 0.1, BATCH, 2, 0, null), data, data, data,
                Rng.of(0), () -> false).train((epoch, metrics) -> {
                    assertNull(metrics.get("test_loss"));
                    lastValidation = metrics.get("val_loss");
                });
        assertEquals(lastValidation, result.test().get("test_loss"));
        assertEquals(2, result.test().size());
    }

    private double lastValidation;

    private static double norm(Trained trained) {
        return new ScalarKernels().reductions().sumOfSquares(trained.network().parameters().values());
    }

    private static TrainSpec spec(Optimizer optimizer, double rate, BatchSize batch, int epochs, double l2,
            EarlyStopping rule) {
        return new TrainSpec(optimizer, rate, null, null, batch, false, epochs, null, null, l2, null, null, null,
                rule, null, null);
    }

    private static Trained train(Kernels kernels, Dataset train, Dataset validation, TrainSpec spec, long seed) {
        return train(kernels, MODEL, train, validation, spec, seed);
    }

    private static Trained train(Kernels kernels, MLP model, Dataset train, Dataset validation, TrainSpec spec,
            long seed) {
        Architecture architecture = Architecture.of(model, null, train.input(), train.task());
        Network network = new Network(architecture, kernels, Rng.of(seed).split("init"));
        List<Map<String, Double>> epochs = new ArrayList<>();
        Result result = new Trainer(network, spec, train, validation, null, Rng.of(seed), () -> false)
                .train((epoch, metrics) -> epochs.add(metrics));
        return new Trained(network, result, epochs);
    }

    private static Architecture architecture(Dataset data) {
        return Architecture.of(MODEL, null, data.input(), data.task());
    }

    /** Two rings in three classes' room: class 0 near the origin, class 1 around it, class 2 far out. */
    private static Dataset rings(int size, long seed) {
        Rng rng = Rng.of(seed);
        float[] inputs = new float[2 * size];
        float[] labels = new float[size];
        for (int i = 0; i < size; i++) {
            double angle = rng.nextUniform(0, 2 * Math.PI);
            double radius = i % 3 + rng.nextUniform(-0.2, 0.2);
            inputs[2 * i] = (float) (radius * StrictMath.cos(angle));
            inputs[2 * i + 1] = (float) (radius * StrictMath.sin(angle));
            labels[i] = i % 3;
        }
        return new Dataset(Shape.of(2), inputs, Dataset.Task.classification(3), labels);
    }

    private static Dataset line(int size) {
        Rng rng = Rng.of(3);
        float[] inputs = new float[size];
        float[] targets = new float[size];
        for (int i = 0; i < size; i++) {
            inputs[i] = (float) rng.nextUniform(-1, 1);
            targets[i] = 2 * inputs[i] - 1;
        }
        return new Dataset(Shape.of(1), inputs, Dataset.Task.regression(1), targets);
    }
}
