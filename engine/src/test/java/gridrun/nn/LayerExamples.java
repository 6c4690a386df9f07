package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.activation.ELU;
import gridrun.activation.GELU;
import gridrun.activation.LeakyReLU;
import gridrun.activation.Linear;
import gridrun.activation.ReLU;
import gridrun.activation.SiLU;
import gridrun.activation.Sigmoid;
import gridrun.activation.Softmax;
import gridrun.activation.Softplus;
import gridrun.activation.Tanh;
import gridrun.init.LecunNormal;
import gridrun.init.Orthogonal;
import gridrun.init.RandomNormal;
import gridrun.loss.BinaryCrossEntropy;
import gridrun.loss.CategoricalCrossEntropy;
import gridrun.loss.Hinge;
import gridrun.loss.Huber;
import gridrun.loss.KullbackLeibler;
import gridrun.loss.Loss;
import gridrun.loss.MeanAbsoluteError;
import gridrun.loss.MeanSquaredError;
import gridrun.optim.AMSGrad;
import gridrun.optim.Adadelta;
import gridrun.optim.Adagrad;
import gridrun.optim.Adam;
import gridrun.optim.AdamW;
import gridrun.optim.Lion;
import gridrun.optim.Nadam;
import gridrun.optim.Optimizer;
import gridrun.optim.RMSprop;
import gridrun.optim.SGD;
import gridrun.schedule.Constant;
import gridrun.schedule.Cosine;
import gridrun.schedule.Exponential;
import gridrun.schedule.OneCycle;
import gridrun.schedule.Polynomial;
import gridrun.schedule.ReduceOnPlateau;
import gridrun.schedule.Schedule;
import gridrun.schedule.Step;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/** An example or two of each component, for the contract tests; a permitted type without one fails them. */
public final class LayerExamples {

    private static final List<Activation> ACTIVATIONS = List.of(new ELU(1), new ELU(0.5), new GELU(),
            new LeakyReLU(0.01), new LeakyReLU(0.3), new Linear(), new ReLU(), new Sigmoid(), new SiLU(), new Softmax(),
            new Softplus(), new Tanh());
    /**
     * A layer and shapes of one example that it takes; a leading {@code ids} layer reads whole numbers from 0.
     *
     * @param ids how many different whole numbers it reads; 0 where it reads any numbers
     */
    public record Case(Layer layer, int ids, Shape... inputs) {

        Case(Layer layer, Shape... inputs) {
            this(layer, 0, inputs);
        }

        /** A network with this layer in the middle, parameters before it where it takes any numbers. */
        public Architecture network(Shape input) {
            Dense before = new Dense(input.last(), new Tanh(), null, true);
            List<Layer> layers = ids > 0 ? List.of(layer, new Flatten()) : List.of(before, layer, new Flatten());
            Sequential model = new Sequential(layers, new Tanh(), new LecunNormal(), null);
            return Architecture.of(model, new MeanSquaredError(), input, Task.regression(3));
        }
    }

    private static final Shape[] ROWS = {Shape.of(1), Shape.of(2), Shape.of(7), Shape.of(16), Shape.of(33)};

    private static final Shape[] IMAGES = {Shape.of(3, 5, 1), Shape.of(4, 3, 3), Shape.of(7, 5, 2)};
    private static final Shape[] SIGNALS = {Shape.of(2, 1), Shape.of(5, 3), Shape.of(9, 17)};
    private static final Shape[] SEQUENCES = {Shape.of(1, 1), Shape.of(1, 4), Shape.of(2, 3), Shape.of(7, 5)};

    private static final List<Case> LAYERS = List.of(
            new Case(new Dense(5, null, null, true), ROWS),
            new Case(new Dense(1, new Tanh(), null, false), ROWS),
            new Case(new Dense(17, new ReLU(), null, true), ROWS),
            new Case(new Dense(3, null, null, true), Shape.of(4, 5), Shape.of(2, 3, 7)),
            new Case(new Dropout(0.4), ROWS),
            new Case(new Repeat(3, List.of(new Dense(4, new Tanh(), null, true), new Dropout(0.2))), ROWS),
            new Case(new Residual(List.of(new Dense(3, new ReLU(), null, true), new Dense(7, null, null, true)),
                    new SiLU(), null), Shape.of(7), Shape.of(1), Shape.of(2, 16)),
            new Case(new Residual(List.of(new Residual(List.of(new Dense(6, new Tanh(), null, true)), null, null),
                    new Dropout(0.2)), null, null), Shape.of(6), Shape.of(5)),
            new Case(new Residual(
                    List.of(conv2d(3, Extent.of(3), new Extent(2, 3), Padding.SAME, Extent.of(1), 1, true)),
                    new Softplus(), null), IMAGES),
            new Case(new Residual(List.of(new AveragePooling2D(Extent.of(2), null, Padding.VALID)), null, null),
                    Shape.of(7, 5, 17), Shape.of(2, 2, 1)),
            new Case(new Residual(List.of(new Conv1D(2, 3, 2, Padding.SAME, 1, 1, new Tanh(), null, true, null, null)),
                    null, new LecunNormal()), SIGNALS),
            new Case(new SimpleRnn(5, new Tanh(), false, false, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new SimpleRnn(1, new Softplus(), true, true, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new SimpleRnn(17, new ReLU(), true, false, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new SimpleRnn(3, new Linear(), false, true, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new LSTM(5, false, false, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new LSTM(1, true, true, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new LSTM(17, true, false, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new GRU(5, false, true, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new GRU(1, true, false, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new GRU(17, true, true, null, new Orthogonal(1), null, null), SEQUENCES),
            new Case(new Bidirectional(new LSTM(3, false, false, null, new Orthogonal(1), null, null),
                    Bidirectional.Merge.CONCAT), SEQUENCES),
            new Case(new Bidirectional(new GRU(4, true, false, null, new Orthogonal(1), null, null),
                    Bidirectional.Merge.CONCAT), SEQUENCES),
            new Case(new Bidirectional(new SimpleRnn(4, new Tanh(), true, false, null, new Orthogonal(1), null, null),
                    Bidirectional.Merge.SUM), SEQUENCES),
            new Case(new BatchNormalization(0.9, 1e-5), Shape.of(1), Shape.of(7), Shape.of(4, 17), Shape.of(3, 2, 5)),
            new Case(new GaussianNoise(0.3), ROWS),
            new Case(new Flatten(), Shape.of(7), Shape.of(3, 5), Shape.of(2, 3, 4)),
            new Case(new gridrun.nn.Activation(new Softplus()), ROWS),
            new Case(conv2d(5, Extent.of(3), Extent.of(1), Padding.SAME, Extent.of(1), 1, true), IMAGES),
            new Case(conv2d(17, new Extent(2, 3), new Extent(2, 1), Padding.VALID, Extent.of(1), 1, false), IMAGES),
            new Case(conv2d(3, new Extent(3, 2), new Extent(2, 3), Padding.SAME, new Extent(1, 2), 1, true), IMAGES),
            new Case(conv2d(6, Extent.of(2), Extent.of(3), Padding.VALID, Extent.of(2), 3, true), Shape.of(4, 7, 3)),
            new Case(new Conv1D(4, 3, 2, Padding.SAME, 2, 1, null, null, true, null, null), SIGNALS),
            new Case(new Conv1D(2, 2, 1, Padding.VALID, 1, 1, new Tanh(), null, false, null, null), SIGNALS),
            new Case(new MaxPooling2D(Extent.of(2), null, Padding.VALID), IMAGES),
            new Case(new MaxPooling2D(new Extent(3, 2), Extent.of(1), Padding.SAME), IMAGES),
            new Case(new MaxPooling1D(2, null, Padding.VALID), SIGNALS),
            new Case(new AveragePooling2D(Extent.of(2), null, Padding.SAME), IMAGES),
            new Case(new AveragePooling2D(new Extent(3, 2), Extent.of(1), Padding.VALID), IMAGES),
            new Case(new AveragePooling1D(2, 3, Padding.SAME), SIGNALS),
            new Case(new GlobalAveragePooling(), Shape.of(3, 5, 17), Shape.of(7, 2)),
            new Case(new Reshape(List.of(2, -1, 1)), Shape.of(6), Shape.of(3, 4)),
            new Case(new MultiHeadAttention(1, null, false, 0, true, null), Shape.of(1, 1), Shape.of(1, 5),
                    Shape.of(4, 3)),
            new Case(new MultiHeadAttention(2, null, true, 0, false, null), Shape.of(5, 4), Shape.of(17, 6)),
            new Case(new MultiHeadAttention(3, 2, false, 0.3, true, null), Shape.of(1, 4), Shape.of(4, 7)),
            new Case(new LayerNormalization(1e-5), Shape.of(2), Shape.of(7), Shape.of(3, 5), Shape.of(2, 3, 17)),
            new Case(new Embedding(6, 3, new RandomNormal(1)), 6, Shape.of(1), Shape.of(5)),
            new Case(new PositionalEncoding(PositionalEncoding.Kind.SINUSOIDAL), SEQUENCES),
            new Case(new PositionalEncoding(PositionalEncoding.Kind.LEARNED), SEQUENCES),
            new Case(new TransformerEncoder(1, 3, null, 1, 0, false, new Tanh(), false, null), SEQUENCES),
            new Case(new TransformerEncoder(2, 5, 4, 2, 0, true, new GELU(), true, null), Shape.of(5, 4)),
            new Case(new TransformerEncoder(2, 9, null, 2, 0.2, false, new ReLU(), true, null), Shape.of(3, 6)));
    private static final List<Loss> LOSSES =
            List.of(new BinaryCrossEntropy(), new BinaryCrossEntropy(0.2), new CategoricalCrossEntropy(),
                    new CategoricalCrossEntropy(0.1), new Hinge(), new Huber(1), new Huber(0.3), new KullbackLeibler(),
                    new KullbackLeibler(0.1), new MeanAbsoluteError(), new MeanSquaredError());

    private static final List<Optimizer> OPTIMIZERS = List.of(new SGD(0, false), new SGD(0.9, false),
            new SGD(0.9, true), new RMSprop(0.9, 1e-7), new Adam(0.9, 0.999, 1e-7), new AdamW(0.01, 0.9, 0.999, 1e-7),
            new Adagrad(1e-7), new Adadelta(0.95, 1e-6), new AMSGrad(0.9, 0.999, 1e-7), new Nadam(0.9, 0.999, 1e-7),
            new Lion(0, 0.9, 0.99));
    /** The last waits in vain for an improvement of 1, so that it acts. */
    private static final List<Schedule> SCHEDULES = List.of(new Constant(), new Cosine(null, 1, 0),
            new Cosine(2, 1, 0.1), new Exponential(0.9), new OneCycle(0.3, 25, 10_000), new Polynomial(0, 1),
            new Step(2, 0.1), new ReduceOnPlateau("loss", 0.5, 1, 1, 0));

    private LayerExamples() {
    }

    private static Conv2D conv2d(int filters, Extent kernelSize, Extent strides, Padding padding, Extent dilation,
            int groups,
            boolean bias) {
        return new Conv2D(filters, kernelSize, strides, padding, dilation, groups, null, null, bias, null, null);
    }

    public static Stream<Activation> activations() {
        return complete(Activation.class, ACTIVATIONS);
    }

    public static Stream<Case> layers() {
        complete(Layer.class, LAYERS.stream().map(Case::layer).toList());
        return LAYERS.stream();
    }

    public static Stream<Loss> losses() {
        return complete(Loss.class, LOSSES);
    }

    public static Stream<Optimizer> optimizers() {
        return complete(Optimizer.class, OPTIMIZERS);
    }

    public static Stream<Schedule> schedules() {
        return complete(Schedule.class, SCHEDULES);
    }

    private static <T> Stream<T> complete(Class<?> type, List<T> examples) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                complete(permitted, examples);
            } else if (examples.stream().noneMatch(permitted::isInstance)) {
            }

            if (permitted.isRecord() && examples.stream().noneMatch(permitted::isInstance)) {
                throw new AssertionError(permitted + " has no example here");
            }
        }
        return examples.stream();
    }
}
