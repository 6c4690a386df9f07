package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.graph.Parameters.Slice;
import gridrun.graph.Role;
import gridrun.init.LecunNormal;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.loss.MeanSquaredError;
import gridrun.nn.Network.Batch;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import gridrun.train.TrainSpec;
import gridrun.train.Trainer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training and evaluation apart, and the running statistics between them. */
class BatchNormalizationTest {

    private static final int FEATURES = 3;

    private Network network = network(Shape.of(FEATURES));

    private static Network network(Shape input) {
        Sequential model = new Sequential(List.of(new BatchNormalization(0.9, 1e-5), new Flatten()), null,
                new LecunNormal(), null);
        return new Network(Architecture.of(model, new MeanSquaredError(), input, Task.regression(1)),
                KernelChoice.best().create(), Rng.of(1));
    }

    private static void fill(Batch batch, long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < batch.input().size(); i++) {
            batch.input().set(i, 5 + i % FEATURES + 2 * rng.nextGaussian());
        }
    }

    private Tensor parameter(String name) {
        return network.parameters().slices().stream()
                .filter(slice -> slice.name().equals("batch_normalization_1." + name))
                .map(Slice::value).findFirst().orElseThrow();
    }

    private static double moment(Tensor x, int column, double around, int power) {
        double sum = 0;
        for (int i = column; i < x.size(); i += FEATURES) {
            sum += power == 1 ? x.get(i) : (x.get(i) - around) * (x.get(i) - around);
        }
        return sum / x.rows();
    }

    /** Four examples of one column, brought to mean 0 and variance 1. */
    private static double[] normalized(Kernels kernels, double... column) {
        int m = column.length;
        Tensor x = kernels.allocate(m).cut(Shape.of(m, 1)), y = kernels.allocate(m).cut(Shape.of(m, 1));
        Tensor mean = kernels.allocate(1).cut(Shape.of(1)), variance = kernels.allocate(1).cut(Shape.of(1));
        Tensor gamma = kernels.allocate(1).cut(Shape.of(1)), beta = kernels.allocate(1).cut(Shape.of(1));
        gamma.fill(1);
        for (int i = 0; i < m; i++) {
            x.set(i, column[i]);
        }
        kernels.columnNormalizations().moments(x, mean, variance);
        kernels.columnNormalizations().normalize(x, mean, variance, 1e-5, gamma, beta, y);
        return IntStream.range(0, m).mapToDouble(y::get).toArray();
    }

    @Test
    void extremeColumns_staySoundWhereTheyCan() {
        for (Kernels kernels : List.of(new ReferenceKernels(), new ScalarKernels(), KernelChoice.best().create())) {
            assertArrayEquals(new double[] {-1, 1, -1, 1}, normalized(kernels, -1e4, 1e4, -1e4, 1e4), 1e-6);
            assertArrayEquals(new double[] {-1, 1, -1, 1}, normalized(kernels, 1e4, 1e4 + 2, 1e4, 1e4 + 2), 1e-4);
            assertArrayEquals(new double[4], normalized(kernels, -1e4, -1e4, -1e4, -1e4));
            assertArrayEquals(new double[4], normalized(kernels, 0, 0, 0, 0));
            assertArrayEquals(new double[4], normalized(kernels, 1e-40, -1e-40, 3e-41, 0), 1e-35);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNone_makeTheirColumnNaN(double x) {
        for (Kernels kernels : List.of(new ReferenceKernels(), new ScalarKernels(), KernelChoice.best().create())) {
            for (double y : normalized(kernels, 1, x, 2, 3)) {
                assertTrue(Double.isNaN(y));
            }
        }
    }

    @Test
    void training_normalizesTheBatch_andTheRunningStatisticsFollow() {
        Batch batch = network.training(50);
        fill(batch, 1);
        batch.program().forward(0);
        Tensor y = batch.layers().get(0).output().value();
        for (int j = 0; j < FEATURES; j++) {
            double mean = moment(batch.input(), j, 0, 1);
            double variance = moment(batch.input(), j, mean, 2);
            assertEquals(0, moment(y, j, 0, 1), 1e-6);
            assertEquals(1, moment(y, j, 0, 2), 1e-4);
            assertEquals(0.1 * mean, parameter("mean").get(j), 1e-6);
            assertEquals(0.9 + 0.1 * variance * 50 / 49, parameter("variance").get(j), 1e-5);
        }
    }

    @Test
    void evaluation_takesTheRunningStatistics_andChangesNothing() {
        parameter("mean").set(1, 2);
        parameter("variance").set(1, 4);
        String before = network.parameters().sha256();
        Batch batch = network.evaluation(5);
        fill(batch, 2);
        batch.program().forward(0);
        Tensor y = batch.layers().get(0).output().value();
        assertEquals((batch.input().get(4) - 2) / Math.sqrt(4 + 1e-5), y.get(4), 1e-5);
        assertEquals(before, network.parameters().sha256());
    }

    @Test
    void aBatchOfOne_isNormalizedTo0_andMovesNoRunningStatistic() {
        assertTrue(network.architecture().lacksStatistics(1));
        Batch batch = network.training(1);
        fill(batch, 3);
        batch.program().forward(0);
        for (int j = 0; j < FEATURES; j++) {
            assertEquals(0, batch.layers().get(0).output().value().get(j));
        }
        batch.program().backward();
        for (int j = 0; j < FEATURES; j++) {
            assertEquals(0, parameter("mean").get(j));
            assertEquals(1, parameter("variance").get(j));
        }
    }

    @Test
    @DisplayName("One image has a variance: that over its pixels")
    void aBatchOfOneImage_movesTheRunningStatistics() {
        network = network(Shape.of(4, 5, FEATURES));
        assertFalse(network.architecture().lacksStatistics(1));
        Batch batch = network.training(1);
        fill(batch, 3);
        batch.program().forward(0);
        Tensor pixels = batch.input().as(Shape.of(20, FEATURES));
        for (int j = 0; j < FEATURES; j++) {
            double mean = moment(pixels, j, 0, 1);
            assertEquals(0.1 * mean, parameter("mean").get(j), 1e-6);
            assertEquals(0.9 + 0.1 * moment(pixels, j, mean, 2) * 20 / 19, parameter("variance").get(j), 1e-5);
        }
    }

    @ParameterizedTest
    @DisplayName("A last batch of one example does not spoil what evaluation takes for the variance")
    @ValueSource(ints = {128, 129})
    void runningVariance_afterTraining_isTheTrainingParts(int size) {
        Rng rng = Rng.of(7);
        float[] inputs = new float[FEATURES * size];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) (3 * rng.nextGaussian());
        }
        Dataset data = new Dataset(Shape.of(FEATURES), inputs, Task.regression(1), new float[size]);
        new Trainer(network, TrainSpec.of(new SGD(0, false), 1e-3, 32, 40), data, null, null, Rng.of(1), () -> false)
                .train((epoch, metrics) -> {});
        Tensor x = Arena.view(inputs, Shape.of(size, FEATURES));
        for (int j = 0; j < FEATURES; j++) {
            double variance = moment(x, j, moment(x, j, 0, 1), 2);
            assertEquals(1, parameter("variance").get(j) / variance, 0.1);
        }
    }

    @Test
    void runningStatistics_belongToTheWeights_butAreNotTrained() {
        assertEquals(2 * FEATURES + FEATURES + 1, network.parameters().count());
        assertEquals(2, network.parameters().slices().stream().filter(slice -> slice.role() == Role.STATE).count());
        String before = network.parameters().sha256();
        Batch batch = network.training(4);
        fill(batch, 4);
        batch.program().forward(0);
        assertNotEquals(before, network.parameters().sha256());
    }
}
