package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.component.Check;
import gridrun.optim.SGD;
import gridrun.schedule.Constant;
import gridrun.schedule.Cosine;
import gridrun.schedule.Exponential;
import gridrun.schedule.OneCycle;
import gridrun.schedule.Polynomial;
import gridrun.schedule.ReduceOnPlateau;
import gridrun.schedule.Schedule;
import gridrun.schedule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LearningRateTest {

    /** Where PyTorch has a scheduler of the kind, these are its values after so many calls, an epoch each. */
    static Stream<Arguments> factors() {
        return Stream.of(
                Arguments.of(new Constant(), 10, new double[] {0, 1, 9.99, 1}),
                Arguments.of(new Step(3, 0.5), 10, new double[] {0, 1, 2.999, 1, 3, 0.5, 6, 0.25, 9.5, 0.125}),
                Arguments.of(new Exponential(0.81), 10, new double[] {0, 1, 0.5, 0.9, 1, 0.81, 2, 0.6561}),
                Arguments.of(new Polynomial(0.1, 1), 10, new double[] {0, 1, 5, 0.55, 9, 0.19, 10, 0.1}),
                Arguments.of(new Polynomial(0, 2), 10, new double[] {0, 1, 5, 0.25, 9, 0.01}),
                Arguments.of(new Cosine(null, 1, 0), 12, new double[] {0, 1, 4, 0.75, 6, 0.5, 8, 0.25}),
                Arguments.of(new Cosine(null, 1, 0.5), 12, new double[] {0, 1, 4, 0.875, 6, 0.75}),
                Arguments.of(new Cosine(3, 2, 0), 21,
                        new double[] {0, 1, 1, 0.75, 2, 0.25, 3, 1, 5, 0.75, 6, 0.5, 9, 1, 15, 0.5}),
                Arguments.of(new Cosine(25, 2.2, 0), 201, new double[] {25, 1, 52.5, 0.5, 80, 1, 140.5, 0.5, 201, 1}),
                Arguments.of(new Cosine(4, 1, 0), 12, new double[] {0, 1, 2, 0.5, 4, 1, 6, 0.5, 8, 1, 10, 0.5}),
                Arguments.of(new OneCycle(0.25, 10, 100), 16,
                        new double[] {0, 0.1, 2, 0.55, 4, 1, 10, 0.5005, 16, 0.001}),
                Arguments.of(new OneCycle(0, 10, 100), 16, new double[] {0, 1, 8, 0.5005}));
    }

    @ParameterizedTest
    @MethodSource("factors")
    void schedule_atChosenTimes_hasTheseFactors(Schedule schedule, int epochs, double[] timesAndFactors) {
        Schedule.Course course = schedule.begin(epochs);
        for (int i = 0; i < timesAndFactors.length; i += 2) {
            assertEquals(timesAndFactors[i + 1], course.factor(timesAndFactors[i]), 1e-14,
                    schedule + " at " + timesAndFactors[i]);
        }
    }

    @Test
    void steps_ofAnEpoch_followTheCurveBetweenEpochs() {
        LearningRate rate = rate(new Polynomial(0, 1), null, 2);
        assertEquals(List.of(0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1), rounded(rate, 2, 4));
        assertEquals(0.1, rate.last(), 1e-15);
    }

    @Test
    void warmup_risesToTheWholeRateWithItsLastStep() {
        assertEquals(List.of(0.2, 0.4, 0.6, 0.8, 0.8, 0.8), rounded(rate(null, 2.0, 3), 3, 2));
    }

    @Test
    void warmup_mayEndWithinAnEpochAndLastLessThanAStep() {
        assertEquals(List.of(0.4, 0.8, 0.8, 0.8), rounded(rate(null, 0.5, 1), 1, 4));
        assertEquals(List.of(0.8, 0.8), rounded(rate(null, 0.01, 1), 1, 2));
    }

    @Test
    void warmup_composesWithASchedule() {
        assertEquals(List.of(0.4, 0.6, 0.4, 0.2), rounded(rate(new Polynomial(0, 1), 0.5, 1), 1, 4));
    }

    @Test
    void plateau_ofEpochsWithoutImprovement_reducesTheRate() {
        Schedule.Course course = new ReduceOnPlateau("val_loss", 0.5, 2, 0.1, 0.2).begin(100);
        double[] losses = {3, 2, 1.95, 1.93, 1.91, 1.92, 1.5, 1.5, 1.5, 1.5, 1.5};
        List<Double> factors = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            factors.add(course.factor(i));
            course.epochEnded(i + 1, Map.of("val_loss", losses[i]));
        }
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.25, 0.2, 0.2), factors);
    }

    @Test
    void plateau_ofAnAccuracy_isOneThatDoesNotRise() {
        Schedule.Course course = new ReduceOnPlateau("accuracy", 0.1, 1, 0, 0).begin(100);
        course.epochEnded(1, Map.of("accuracy", 0.5));
        course.epochEnded(2, Map.of("accuracy", 0.6));
        assertEquals(1, course.factor(2));
        course.epochEnded(3, Map.of("accuracy", 0.55));
        assertEquals(0.1, course.factor(3));
    }

    @Test
    void settings_thatCannotBe_areNamed() {
        assertThrows(Check.Invalid.class, () -> new Cosine(0, 1, 0));
        assertThrows(Check.Invalid.class, () -> new Cosine(null, 0.5, 0));
        assertThrows(Check.Invalid.class, () -> new OneCycle(1, 25, 1e4));
        assertThrows(Check.Invalid.class, () -> new ReduceOnPlateau("loss", 1, 1, 0, 0));
        assertThrows(Check.Invalid.class, () -> new ReduceOnPlateau("learning_rate", 0.1, 1, 0, 0));
        assertThrows(Check.Invalid.class, () -> rate(null, 0.0, 1));
    }

    private static LearningRate rate(Schedule schedule, Double warmup, int epochs) {
        return new LearningRate(
                new TrainSpec(new SGD(0, false), 0.8, schedule, warmup, new BatchSize(1), false, epochs, null, null,
                        0, null, null, null, null, null, null));
    }

    private static List<Double> rounded(LearningRate rate, int epochs, int steps) {
        List<Double> rates = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int step = 0; step < steps; step++) {
                rates.add(Math.rint(rate.at(epoch, step, steps) * 1e12) / 1e12);
            }
        }
        return rates;
    }
}
