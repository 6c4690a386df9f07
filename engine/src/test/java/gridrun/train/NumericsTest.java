package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.activation.ReLU;
import gridrun.init.HeNormal;
import gridrun.loss.MeanSquaredError;
import gridrun.nn.Architecture;
import gridrun.nn.BatchNormalization;
import gridrun.nn.Dense;
import gridrun.nn.Flatten;
import gridrun.nn.Layer;
import gridrun.nn.Reshape;
import gridrun.nn.Sequential;
import gridrun.optim.SGD;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericsTest {

    private static final Layer NORMALIZATION = new BatchNormalization(0.9, 1e-5);

    @ParameterizedTest
    @DisplayName("A correction gives new identities to the results that it changes, and to no others")
    @CsvSource({"true, 129, 32, 2", "true, 128, 32, 1", "true, 130, 32, 1", "true, 33, 128, 1", "false, 129, 32, 1"})
    void version_ofATraining_isNewWhereALoneExampleIsNormalized(boolean normalized, int examples, int batch,
            int version) {
        assertEquals(version, version(normalized ? List.of(NORMALIZATION) : List.of(), Shape.of(3), examples, batch));
    }

    @ParameterizedTest
    @CsvSource({"129, 32", "4, 1"})
    void version_whereOneImageHasManyPixels_isAsItWas(int examples, int batch) {
        assertEquals(1, version(List.of(NORMALIZATION, new Flatten()), Shape.of(4, 4, 2), examples, batch));
    }

    @ParameterizedTest
    @DisplayName("Batches whose sums are made of blocks now have new identities")
    @CsvSource({"4096, 4096, 1", "4097, 4097, 3", "100000, 4096, 1", "100000, 5000, 3"})
    void version_ofALargeBatch_isNew(int examples, int batch, int version) {
        assertEquals(version, version(List.of(new Flatten()), Shape.of(4, 4, 2), examples, batch));
    }

    @ParameterizedTest
    @CsvSource({"32768, 1", "32769, 3"})
    void version_ofManyTimeSteps_isNew(int steps, int version) {
        assertEquals(version, version(List.of(new Dense(1, null, null, true, null, null), new Flatten()),
                Shape.of(steps, 1), 4, 2));
    }

    @ParameterizedTest
    @DisplayName("Units that become rows count as rows")
    @CsvSource({"65, 1", "66, 3"})
    void version_ofUnitsThatBecomeRows_isNew(int batch, int version) {
        assertEquals(version, version(List.of(new Dense(1000, null, null, true, null, null),
                new Reshape(List.of(1000, 1)), new Dense(2, null, null, true, null, null), new Flatten()),
                Shape.of(1), 200, batch));
    }

    @ParameterizedTest
    @DisplayName("A loss has one number an example, of however many targets")
    @CsvSource({"4096, 1", "4097, 3"})
    void version_ofManyTargets_countsExamples(int batch, int version) {
        assertEquals(version, version(List.of(), Shape.of(3), 10_000, batch, Task.regression(10)));
    }

    private static int version(List<Layer> layers, Shape input, int examples, int batch) {
        return version(layers, input, examples, batch, Task.regression(1));
    }

    private static int version(List<Layer> layers, Shape input, int examples, int batch, Task task) {
        Architecture architecture = Architecture.of(new Sequential(layers, new ReLU(), new HeNormal(), null),
                new MeanSquaredError(), input, task);
        return new Numerics().version(architecture, TrainSpec.of(new SGD(0, false), 0.1, batch, 1), examples);
    }
}
