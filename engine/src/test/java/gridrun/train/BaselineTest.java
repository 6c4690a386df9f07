package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.activation.ReLU;
import gridrun.init.Zeros;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.loss.Hinge;
import gridrun.loss.Huber;
import gridrun.loss.Loss;
import gridrun.loss.MeanAbsoluteError;
import gridrun.loss.MeanSquaredError;
import gridrun.metric.Vocabulary;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Figures of scikit-learn's DummyClassifier (prior) and DummyRegressor (mean), worked out by hand where short. */
class BaselineTest {

    private static Dataset classes(int classes, float... labels) {
        return new Dataset(Shape.of(1), new float[labels.length], Task.classification(classes), labels);
    }

    private static Dataset reals(Scaling scaling, double... values) {
        float[] targets = new float[values.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) scaling.scaled(values[i]);
        }
        return new Dataset(Shape.of(1), new float[values.length], Task.regression(1), targets, scaling);
    }

    private static Map<String, Double> metrics(Loss loss, Dataset train, Dataset part) {
        Architecture paper = Architecture.of(
                new MLP(List.of(2), new ReLU(), new Zeros(), 0, null), loss, train.input(), train.task());
        try (Kernels kernels = KernelChoice.best().create()) {
            return new Baseline(paper, kernels, train).metrics(part, Vocabulary.usual(part.task()), "val_");
        }
    }

    @Test
    void twoClasses_nameTheMostFrequent() {
        Map<String, Double> found = metrics(null, classes(2, 0, 0, 0, 1), classes(2, 0, 1, 1));
        assertEquals(1 / 3.0, found.get("val_accuracy"));
        assertEquals((-Math.log(0.75) - 2 * Math.log(0.25)) / 3, found.get("val_loss"), 1e-6);
    }

    @Test
    void severalClasses_haveTheirFrequencies() {
        Map<String, Double> found = metrics(null, classes(3, 2, 2, 1, 0, 2), classes(3, 2, 0, 2, 1));
        assertEquals(0.5, found.get("val_accuracy"));
        assertEquals((-2 * Math.log(0.6) - 2 * Math.log(0.2)) / 4, found.get("val_loss"), 1e-6);
    }

    @Test
    @DisplayName("a class that the training part lacks costs much, not infinitely much")
    void classThatTheTrainingPartLacks_isNotImpossible() {
        assertEquals(-Math.log(1e-7), metrics(null, classes(3, 0, 1, 1), classes(3, 2)).get("val_loss"), 1e-5);
    }

    @Test
    void otherLossesOfClasses_areTheirOwn() {
        Map<String, Double> brier = metrics(new MeanSquaredError(), classes(2, 0, 0, 0, 1), classes(2, 0, 1));
        assertEquals((0.0625 + 0.5625) / 2, brier.get("val_loss"), 1e-7);
        Map<String, Double> hinge = metrics(new Hinge(), classes(2, 0, 0, 0, 1), classes(2, 0, 1));
        assertEquals(1, hinge.get("val_loss"));
        assertEquals(0.5, hinge.get("val_accuracy"));
    }

    @Test
    void realTargets_areToldInTheirUnit() {
        Scaling scaling = Scaling.standard(new double[] {25, 346, 140, 151});
        Map<String, Double> found = metrics(
                null, reals(scaling, 25, 346, 140, 151), reals(scaling, 75, 200, 310));
        assertEquals(100.4336, found.get("val_rmse"), 1e-3, "sqrt(mean((y - 165.5)^2))");
        assertEquals(-0.0944, found.get("val_r2"), 1e-3, "about the part's own mean, 195");
    }

    @Test
    void lossesOfRealTargets_areTheirOwn() {
        Dataset train = reals(Scaling.NONE, 0, 2);
        assertEquals(1.5, metrics(new MeanAbsoluteError(), train, reals(Scaling.NONE, 0, 3)).get("val_loss"));
        assertEquals((0.5 + 1.5) / 2, metrics(new Huber(1), train, reals(Scaling.NONE, 0, 3)).get("val_loss"));
    }
}
