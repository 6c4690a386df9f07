package gridrun.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Check;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.ScalarKernels;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {

    private static final double LARGEST_BETA = Math.nextDown(1.0);
    private static final double NO_EPSILON = 1e-30;

    /** From w = 1 with the rate 0.1 and the gradients 2 and -1: w after one step and after two, worked out by hand. */
    static Stream<Arguments> firstSteps() {
        double square = 0.999 * 0.001 * 4 + 0.001; // of Adam and its kin after both steps
        double root = Math.sqrt(square / (1 - 0.999 * 0.999));
        double mean = (0.9 * 0.1 * 2 - 0.1) / (1 - 0.81);
        double decay = StrictMath.pow(0.96, 0.004);
        double mu1 = 0.9 * (1 - 0.5 * decay), mu2 = 0.9 * (1 - 0.5 * decay * decay);
        double mu3 = 0.9 * (1 - 0.5 * decay * decay * decay);
        double nadam1 = 1 - 0.1 * (mu2 * 0.2 / (1 - mu1 * mu2) + (1 - mu1) * 2 / (1 - mu1)) / 2;
        double nadam2 = nadam1 - 0.1 * (mu3 * 0.08 / (1 - mu1 * mu2 * mu3) - (1 - mu2) / (1 - mu1 * mu2)) / root;
        double delta1 = -2 * Math.sqrt(0.01) / Math.sqrt(0.05 * 4 + 0.01);
        double delta2 = Math.sqrt(0.05 * delta1 * delta1 + 0.01) / Math.sqrt(0.95 * 0.05 * 4 + 0.05 + 0.01);
        return Stream.of(
                Arguments.of(new SGD(0, false), 0.8, 0.9),
                Arguments.of(new SGD(0.5, false), 0.8, 0.8),
                Arguments.of(new SGD(0.5, true), 0.7, 0.8),
                Arguments.of(new Adagrad(NO_EPSILON), 0.9, 0.9 + 0.1 / Math.sqrt(5)),
                Arguments.of(new Adagrad(2), 0.95, 0.95 + 0.1 / (Math.sqrt(5) + 2)),
                Arguments.of(new RMSprop(0.75, NO_EPSILON), 0.8, 0.8 + 0.1),
                Arguments.of(new Adadelta(0.95, 0.01), 1 + 0.1 * delta1, 1 + 0.1 * (delta1 + delta2)),
                Arguments.of(new Adam(0.9, 0.999, NO_EPSILON), 0.9, 0.9 - 0.1 * mean / root),
                Arguments.of(new AdamW(0.1, 0.9, 0.999, NO_EPSILON), 0.9, 0.9 - 0.1 * mean / root),
                Arguments.of(new AMSGrad(0.9, 0.999, NO_EPSILON), 0.9, 0.9 - 0.1 * mean / root),
                Arguments.of(new AMSGrad(0.9, 0.5, NO_EPSILON), 0.9, 0.9 - 0.1 * mean / Math.sqrt(2 / 0.75)),
                Arguments.of(new Nadam(0.9, 0.999, NO_EPSILON), nadam1, nadam2),
                Arguments.of(new Lion(0, 0.9, 0.5), 0.9, 0.8), // the mean is 1 then, and 0.9 - 0.1 is still positive
                Arguments.of(new Lion(0.1, 0.5, 0.9), 0.9, 1)); // it is 0.2, and 0.1 - 0.5 is not
    }

    /** At the least epsilon a number without a gradient stays where it is; a smaller one would divide 0 by 0. */
    static Stream<Arguments> leastEpsilons() {
        List<DoubleFunction<Optimizer>> optimizers = List.of(Adagrad::new, epsilon -> new RMSprop(0.9, epsilon),
                epsilon -> new Adadelta(0.95, epsilon), epsilon -> new Adam(0.9, LARGEST_BETA, epsilon),
                epsilon -> new AdamW(0, 0.9, LARGEST_BETA, epsilon), epsilon -> new AMSGrad(0.9, LARGEST_BETA, epsilon),
                epsilon -> new Nadam(0.9, LARGEST_BETA, epsilon));
        return optimizers.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("leastEpsilons")
    void epsilon_thatFloat32TakesFor0_isRefused(DoubleFunction<Optimizer> optimizer) {
        assertThrows(Check.Invalid.class, () -> optimizer.apply(0.99e-30));
        ScalarKernels kernels = new ScalarKernels();
        Tensor[] tensors = Stream.generate(() -> kernels.allocate(1).cut(Shape.of(1))).limit(5).toArray(Tensor[]::new);
        tensors[0].fill(1);
        optimizer.apply(1e-30).step(kernels, tensors[0], tensors[1], Arrays.copyOfRange(tensors, 2, 5), 0.1, 1);
        assertEquals(1, tensors[0].get(0));
    }

    @ParameterizedTest
    @MethodSource("firstSteps")
    void steps_fromTheStart_areThoseOfTheRule(Optimizer optimizer, double first, double second) {
        Run run = new Run(optimizer, 1);
        run.step(0.1, 2);
        assertEquals(first, run.w.get(0), 1e-14);
        run.step(0.1, -1);
        assertEquals(second, run.w.get(0), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("firstSteps")
    void quadratic_ofUnequalCurvatures_isMinimized(Optimizer optimizer) {
        Optimizer usual = withUsualEpsilon(optimizer);
        Run run = new Run(usual, 3, -2);
        double rate = usual instanceof Adagrad ? 0.5 : usual instanceof Adadelta ? 5 : 0.05;
        for (int t = 0; t < 3000; t++) {
            run.step(rate * StrictMath.pow(0.999, t), run.w.get(0), 10 * run.w.get(1));
        }
        assertTrue(Math.hypot(run.w.get(0), run.w.get(1)) < 0.01,
                () -> usual + ": " + run.w.get(0) + ", " + run.w.get(1));
    }

    private static Optimizer withUsualEpsilon(Optimizer optimizer) {
        if (optimizer instanceof Adagrad) {
            return new Adagrad(1e-7);
        }
        return optimizer instanceof Adadelta ? new Adadelta(0.95, 1e-6) : optimizer;
    }

    @Test
    void nadam_afterManySteps_stillCountsTheMomentaBefore() {
        Run run = new Run(new Nadam(0.9, 0.999, 1e-7), 0);
        for (int t = 0; t < 5000; t++) {
            run.step(0.001, 1);
        }
        assertEquals(-5, run.w.get(0), 0.02, "each step against a gradient of 1 is about as long as the rate");
    }

    /** All but SGD, whose velocity is only multiplied and added, at full speed. */
    static Stream<Optimizer> thoseThatDivide() {
        return firstSteps().map(arguments -> (Optimizer) arguments.get()[0])
                .filter(optimizer -> !(optimizer instanceof SGD));
    }

    /** A dead unit: one gradient, and then none. Numbers below the least normal float slow processors down. */
    @ParameterizedTest
    @MethodSource("thoseThatDivide")
    void runningMeans_ofWhatIsOver_fadeToNothing(Optimizer optimizer) {
        Run run = new Run(optimizer, 1);
        run.step(0.1, 1e-17);
        for (int t = 0; t < 60_000; t++) {
            run.step(0.1, 0);
            for (Tensor state : run.states) {
                assertTrue(state.get(0) == 0 || state.get(0) >= Float.MIN_NORMAL,
                        () -> optimizer + ": " + state.get(0));
            }
        }
    }

    @Test
    void every_optimizer_isAmongTheExamples() {
        Set<Class<?>> examples =
                firstSteps().map(arguments -> arguments.get()[0].getClass()).collect(Collectors.toSet());
        assertEquals(Set.copyOf(Arrays.asList(Optimizer.class.getPermittedSubclasses())), examples);
    }

    /** Parameters with an optimizer's state, in float64. */
    private static final class Run {

        private final Kernels kernels = new ReferenceKernels();
        private final Optimizer optimizer;
        private final Tensor w;
        private final Tensor g;
        private final Tensor[] states;
        private long steps;

        Run(Optimizer optimizer, double... start) {
            this.optimizer = optimizer;
            this.w = tensor(start.length);
            this.g = tensor(start.length);
            this.states = new Tensor[optimizer.states()];
            Arrays.setAll(states, i -> tensor(start.length));
            for (int i = 0; i < start.length; i++) {
                w.set(i, start[i]);
            }
        }

        private Tensor tensor(int size) {
            return kernels.allocate(size).cut(Shape.of(size));
        }

        void step(double rate, double... gradient) {
            for (int i = 0; i < gradient.length; i++) {
                g.set(i, gradient[i]);
            }
            optimizer.step(kernels, w, g, states, rate, ++steps);
        }
    }
}
