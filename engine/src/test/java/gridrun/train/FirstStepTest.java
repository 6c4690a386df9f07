package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Tanh;
import gridrun.init.GlorotUniform;
import gridrun.kernel.ReferenceKernels;
import gridrun.nn.Architecture;
import gridrun.nn.BatchNormalization;
import gridrun.nn.Dense;
import gridrun.nn.LayerExamples;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.nn.Residual;
import gridrun.nn.Sequential;
import gridrun.optim.Optimizer;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.FirstStep.Matrix;
import gridrun.train.FirstStep.Operation;
import gridrun.train.FirstStep.Update;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of a step, beside the same computed one by one. */
class FirstStepTest {

    private static final double TOLERANCE = 1e-12;
    private static final Rng RNG = Rng.of(3);
    /** Two inputs, two hidden units of tanh, one output; exclusive or. */
    private static final Dataset XOR = new Dataset(Shape.of(2), new float[] {0, 0, 0, 1, 1, 0, 1, 1},
            Task.classification(2), new float[] {0, 1, 1, 0});

    private static Architecture architecture(int units) {
        return Architecture.of(new MLP(List.of(units), new Tanh(), new GlorotUniform(), 0, null), null, Shape.of(2),
                Task.classification(2));
    }

    private static FirstStep step(TrainSpec spec) {
        return FirstStep.of(architecture(2), spec, XOR, RNG, RNG, 4);
    }

    private static TrainSpec spec(Optimizer optimizer, double l2) {
        return new TrainSpec(optimizer, 0.5, null, null, new BatchSize(4), false, 1, null, null, l2, null, null, null,
                null, null, null);
    }

    private static Matrix given(FirstStep step, String name) {
        return step.given().stream().filter(matrix -> matrix.name().equals(name)).findFirst().orElseThrow();
    }

    private static double[] result(FirstStep step, String name) {
        return step.operations().stream().map(Operation::result).filter(matrix -> matrix.name().equals(name))
                .findFirst().orElseThrow().values();
    }

    private static Update update(FirstStep step, String name) {
        return step.updates().stream().filter(each -> each.before().name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everyNumber_isThatOfTheFormula_elementByElement() {
        FirstStep step = step(spec(new SGD(0, false), 0));
        Matrix x = given(step, "X");
        Matrix t = given(step, "T");
        Matrix w1 = given(step, "W1");
        Matrix w2 = given(step, "W2");
        double[] hidden = new double[8];
        double[] dW1 = new double[4];
        double[] dW2 = new double[2];
        double[] db1 = new double[2];
        double db2 = 0;
        double loss = 0;
        for (int i = 0; i < 4; i++) {
            double z = given(step, "b2").at(0, 0);
            for (int j = 0; j < 2; j++) {
                double net = given(step, "b1").at(0, j) + x.at(i, 0) * w1.at(0, j) + x.at(i, 1) * w1.at(1, j);
                hidden[2 * i + j] = StrictMath.tanh(net);
                z += hidden[2 * i + j] * w2.at(j, 0);
            }
            double p = 1 / (1 + StrictMath.exp(-z));
            loss -= StrictMath.log(t.at(i, 0) == 1 ? p : 1 - p) / 4;
            double dz = (p - t.at(i, 0)) / 4;
            db2 += dz;
            for (int j = 0; j < 2; j++) {
                double h = hidden[2 * i + j];
                double dNet = dz * w2.at(j, 0) * (1 - h * h);
                dW2[j] += h * dz;
                db1[j] += dNet;
                dW1[j] += x.at(i, 0) * dNet;
                dW1[2 + j] += x.at(i, 1) * dNet;
            }
        }
        assertArrayEquals(hidden, result(step, "Y2"), TOLERANCE);
        assertEquals(loss, step.loss(), TOLERANCE);
        assertArrayEquals(dW1, update(step, "W1").gradient().values(), TOLERANCE);
        assertArrayEquals(dW2, update(step, "W2").gradient().values(), TOLERANCE);
        assertArrayEquals(db1, update(step, "b1").gradient().values(), TOLERANCE);
        assertArrayEquals(new double[] {db2}, update(step, "b2").gradient().values(), TOLERANCE);
        for (int i = 0; i < 4; i++) {
            assertEquals(w1.values()[i] - 0.5 * dW1[i], update(step, "W1").after().values()[i], TOLERANCE);
        }
        assertTrue(step.lossAfter() < step.loss(), "against the gradient it goes down");
    }

    @Test
    void formulas_areThoseOfTheNotation_withNamesOfTheirOwn() {
        FirstStep step = step(spec(new SGD(0, false), 0));
        assertEquals(List.of("Y1 = X W1 + 1 b1ᵀ", "Y2 = tanh(Y1)", "Y3 = Y2 W2 + 1 b2ᵀ"),
                step.operations().stream().map(Operation::forward).limit(3).toList());
        assertEquals(List.of("dY2 = dY3 W2ᵀ", "dW2 = Y2ᵀ dY3", "db2 = dY3ᵀ 1"), step.operations().get(2).backward());
        assertEquals(List.of("dY1 = dY2 ⊙ tanh'(Y1)"), step.operations().get(1).backward());
        assertEquals("w ← w - η g", step.rule());
    }

    @Test
    void penalty_isAddedToWhatTheOptimizerGets_andNotToTheGradientOfTheLoss() {
        FirstStep step = step(spec(new SGD(0, false), 0.1));
        Update w1 = update(step, "W1");
        for (int i = 0; i < 4; i++) {
            assertEquals(w1.gradient().values()[i] + 2 * 0.1 * w1.before().values()[i], w1.treated().values()[i],
                    TOLERANCE);
        }
        assertArrayEquals(update(step, "b1").gradient().values(), update(step, "b1").treated().values());
    }

    static Stream<Optimizer> optimizers() {
        return LayerExamples.optimizers();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void step_isThatOfTheTrainer(Optimizer optimizer) {
        TrainSpec spec = spec(optimizer, 0.01);
        Network network = new Network(architecture(2), new ReferenceKernels(), RNG.split("init"));
        new Trainer(network, spec, XOR, null, null, RNG, () -> false).train((epoch, metrics) -> {});
        FirstStep step = step(spec);
        network.parameters().slices().forEach(slice -> {
            double[] trained = new double[slice.value().size()];
            Arrays.setAll(trained, slice.value()::get);
            String name = slice.name().substring(slice.layer().length() + 1)
                    + (slice.layer().equals("output") ? 2 : 1);
            assertArrayEquals(trained, update(step, name).after().values(), TOLERANCE, slice.name());
        });
    }

    @Test
    void gradientOfAResultOfSeveralUses_isToldAsTheirSum_andRunningStatisticsAreNotGiven() {
        Dense linear = new Dense(2, new gridrun.activation.Linear(), null, true);
        Residual inner = new Residual(List.of(linear), null, null);
        Residual outer = new Residual(List.of(inner, new BatchNormalization(0.9, 1e-5)), null, null);
        Architecture nested = Architecture.of(new Sequential(List.of(linear, outer), new Tanh(), new GlorotUniform(),
                null), null, Shape.of(2), Task.classification(2));
        FirstStep step = FirstStep.of(nested, spec(new SGD(0, false), 0), XOR, RNG, RNG, 4);
        Operation first = step.operations().get(0);
        assertEquals(List.of("dY1 = sum of its 3 uses", "dW1 = Xᵀ dY1", "db1 = dY1ᵀ 1"), first.backward());
        double[] sum = new double[8];
        step.operations().stream().skip(1).flatMap(operation -> operation.gradients().stream())
                .filter(matrix -> matrix.name().equals("dY1"))
                .forEach(part -> Arrays.setAll(sum, i -> sum[i] + part.values()[i]));
        assertArrayEquals(sum, first.gradients().get(0).values(), TOLERANCE);
        Matrix x = given(step, "X");
        double[] product = new double[4];
        Arrays.setAll(product, i -> IntStream.range(0, 4).mapToDouble(row -> x.at(row, i / 2) * sum[2 * row + i % 2])
                .sum());
        assertArrayEquals(product, first.gradients().get(1).values(), TOLERANCE);
        assertTrue(step.given().stream().noneMatch(matrix -> matrix.name().matches("(mean|variance).*")));
    }

    @Test
    void networkThatNobodyReads_isRefused_withWhatWouldHelp() {
        String message = assertThrows(FirstStep.TooLarge.class, () -> FirstStep.of(architecture(200),
                spec(new SGD(0, false), 0), XOR, RNG, RNG, 4)).getMessage();
        assertTrue(message.contains("more than the 1,000 that can be read; fewer units"), message);
    }
}
