package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.ReLU;
import gridrun.init.HeNormal;
import gridrun.kernel.ScalarKernels;
import gridrun.loss.BinaryCrossEntropy;
import gridrun.loss.CategoricalCrossEntropy;
import gridrun.loss.Hinge;
import gridrun.loss.KullbackLeibler;
import gridrun.loss.Loss;
import gridrun.metric.R2;
import gridrun.metric.Vocabulary;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {

    private static final int SIZE = 600;

    private static Dataset data(Task task) {
        Rng rng = Rng.of(1);
        float[] inputs = new float[3 * SIZE];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) rng.nextUniform(-2, 2);
        }
        float[] targets = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            targets[i] = task.isClassification() ? i % task.classes() : inputs[3 * i];
        }
        return new Dataset(Shape.of(3), inputs, task, targets);
    }

    private static Network network(Task task, Loss loss) {
        MLP model = new MLP(List.of(8), new ReLU(), new HeNormal(), 0, null);
        return new Network(Architecture.of(model, loss, Shape.of(3), task), new ScalarKernels(), Rng.of(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    @DisplayName("Probabilities are a distribution, and their likeliest classes make the accuracy, in every batch")
    void probabilities_makeTheAccuracy(int classes) {
        Task task = Task.classification(classes);
        Dataset data = data(task);
        Predictor predictor = new Predictor(network(task, null));
        double[] probabilities = predictor.probabilities(data);
        assertEquals(SIZE * classes, probabilities.length);
        int[] predicted = Predictor.classes(probabilities, classes);
        int correct = 0;
        double loss = 0;
        for (int i = 0; i < SIZE; i++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += probabilities[i * classes + c];
            }
            assertEquals(1, sum, 1e-12);
            correct += predicted[i] == data.label(i) ? 1 : 0;
            loss -= Math.log(probabilities[i * classes + data.label(i)]) / SIZE;
        }
        Map<String, Double> metrics = predictor.metrics(data, Vocabulary.usual(task));
        assertEquals((double) correct / SIZE, metrics.get("accuracy"));
        assertEquals(loss, metrics.get("loss"), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    @DisplayName("Margins of the hinge loss are no probabilities, and their largest makes the accuracy")
    void margins_makeTheAccuracy(int classes) {
        Task task = Task.classification(classes);
        Dataset data = data(task);
        Predictor predictor = new Predictor(network(task, new Hinge()));
        double[] margins = predictor.probabilities(data);
        int[] predicted = Predictor.classes(margins, classes);
        int correct = 0;
        double loss = 0;
        for (int i = 0; i < SIZE; i++) {
            correct += predicted[i] == data.label(i) ? 1 : 0;
            for (int c = 0; c < classes; c++) {
                double side = c == data.label(i) ? 1 : -1;
                loss += Math.max(0, 1 - side * margins[i * classes + c]) / classes / SIZE;
            }
        }
        assertTrue(Arrays.stream(margins).anyMatch(margin -> margin < 0));
        Map<String, Double> metrics = predictor.metrics(data, Vocabulary.usual(task));
        assertEquals((double) correct / SIZE, metrics.get("accuracy"));
        assertEquals(loss, metrics.get("loss"), 1e-6);
    }

    @Test
    @DisplayName("Smoothing changes the loss and what is learnt, not what an example is counted as")
    void labelSmoothing_changesTheLossAlone() {
        Task task = Task.classification(2);
        Dataset data = data(task);
        Map<String, Double> plain =
                new Predictor(network(task, new BinaryCrossEntropy())).metrics(data, Vocabulary.usual(task));
        Map<String, Double> smoothed =
                new Predictor(network(task, new BinaryCrossEntropy(0.2))).metrics(data, Vocabulary.usual(task));
        assertEquals(plain.get("accuracy"), smoothed.get("accuracy"));
        double[] p = new Predictor(network(task, new BinaryCrossEntropy())).probabilities(data);
        double expected = 0;
        for (int i = 0; i < SIZE; i++) {
            double right = p[2 * i + data.label(i)];
            expected -= (0.9 * Math.log(right) + 0.1 * Math.log(1 - right)) / SIZE;
        }
        assertEquals(expected, smoothed.get("loss"), 1e-6);
    }

    @Test
    @DisplayName("The divergence is the cross-entropy less the target's entropy")
    void kullbackLeibler_besideCrossEntropy_isLessByTheEntropy() {
        Task task = Task.classification(3);
        Dataset data = data(task);
        double rest = 0.3 / 3, main = 0.7 + rest;
        double entropy = -main * Math.log(main) - 2 * rest * Math.log(rest);
        assertEquals(loss(new CategoricalCrossEntropy(0.3), task, data) - entropy,
                loss(new KullbackLeibler(0.3), task, data), 1e-6);
        assertEquals(loss(new CategoricalCrossEntropy(), task, data), loss(new KullbackLeibler(), task, data), 1e-6);
    }

    private static double loss(Loss loss, Task task, Dataset data) {
        return new Predictor(network(task, loss)).metrics(data, Vocabulary.usual(task)).get("loss");
    }

    @Test
    void outputs_ofARealTarget_makeTheError() {
        Task task = Task.regression(1);
        Dataset data = data(task);
        Predictor predictor = new Predictor(network(task, null));
        double[] values = predictor.outputs(data);
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            squares += (values[i] - data.targets()[i]) * (values[i] - data.targets()[i]) / SIZE;
        }
        assertEquals(Math.sqrt(squares), predictor.metrics(data, Vocabulary.usual(task)).get("rmse"), 1e-6);
        assertTrue(predictor.metrics(data, Vocabulary.usual(task)).get("r2") < 1);
    }

    @Test
    @DisplayName("R2 and RMSE are of the part itself, in the unit of its data: scikit-learn's r2_score and "
            + "root_mean_squared_error")
    void metrics_ofARealTarget_areOfThePart() {
        Dataset data = data(Task.regression(1));
        Scaling scaling = new Scaling(150, 80);
        Dataset part = new Dataset(data.input(), data.inputs(), data.task(), data.targets(), scaling).first(20);
        Predictor predictor = new Predictor(network(data.task(), null));
        double[] answers = predictor.outputs(part);
        double mean = 0;
        for (float target : part.targets()) {
            mean += scaling.unscaled(target) / part.size();
        }
        double residual = 0;
        double total = 0;
        for (int i = 0; i < part.size(); i++) {
            double value = scaling.unscaled(part.targets()[i]);
            residual += (value - answers[i]) * (value - answers[i]);
            total += (value - mean) * (value - mean);
        }
        Map<String, Double> metrics = predictor.metrics(part, Vocabulary.usual(part.task()));
        assertEquals(Math.sqrt(residual / part.size()), metrics.get("rmse"), 1e-4);
        assertEquals(1 - residual / total, metrics.get("r2"), 1e-5);
    }

    @Test
    @DisplayName("where all targets are equal, R2 is 0, or 1 for answers without error, as in scikit-learn")
    void r2_ofEqualTargets_isFinite() {
        Dataset data = data(Task.regression(1));
        float[] equal = new float[data.size()];
        Arrays.fill(equal, 3);
        Dataset constant = new Dataset(data.input(), data.inputs(), data.task(), equal);
        assertEquals(0, new Predictor(network(data.task(), null)).metrics(constant, List.of(new R2())).get("r2"));
    }

    @Test
    void outputs_ofIndependentSigmoids_lieBetweenZeroAndOne() {
        Task task = Task.classification(3);
        for (double p : new Predictor(network(task, new BinaryCrossEntropy())).probabilities(data(task))) {
            assertTrue(p > 0 && p < 1);
        }
    }

    @Test
    void classes_ofEqualProbabilities_areTheFirst() {
        assertArrayEquals(new int[] {0, 2}, Predictor.classes(new double[] {0.4, 0.4, 0.2, 0.1, 0.1, 0.8}, 3));
    }
}
