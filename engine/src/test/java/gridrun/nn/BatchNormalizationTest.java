package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gridrun.graph.Parameters.Slice;
import gridrun.graph.Role;
import gridrun.init.LecunNormal;
import gridrun.kernel.KernelChoice;
import gridrun.loss.MeanSquaredError;
import gridrun.nn.Network.Batch;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import gridrun.train.Dataset.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training and evaluation apart, and the running statistics between them. */
class BatchNormalizationTest {

    private static final int FEATURES = 3;

    private final Network network = network();

    private static Network network() {
        Sequential model = new Sequential(List.of(new BatchNormalization(0.9, 1e-5)), null, new LecunNormal(), null);
        return new Network(Architecture.of(model, new MeanSquaredError(), Shape.of(FEATURES), Task.regression(1)),
                KernelChoice.best().create(), Rng.of(1));
    }

    private static void fill(Batch batch, long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < batch.input().size(); i++) {
            batch.input().set(i, 5 + i % FEATURES + 2 * rng.nextGaussian());
        }
    }

    private Tensor parameter(String name) {
        return network.parameters().slices().stream().filter(slice -> slice.name().equals("batch_normalization_1." + name))
                .map(Slice::value).findFirst().orElseThrow();
    }

    private static double moment(Tensor x, int column, double around, int power) {
        double sum = 0;
        for (int i = column; i < x.size(); i += FEATURES) {
            sum += power == 1 ? x.get(i) : (x.get(i) - around) * (x.get(i) - around);
        }
        return sum / x.rows();
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
    void aBatchOfOne_isNormalizedTo0() {
        Batch batch = network.training(1);
        fill(batch, 3);
        batch.program().forward(0);
        batch.program().backward();
        for (int j = 0; j < FEATURES; j++) {
            assertEquals(0, batch.layers().get(0).output().value().get(j));
            assertEquals(0.9, parameter("variance").get(j), 1e-6);
            assertEquals(0, parameter("gamma").get(j) - 1);
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
