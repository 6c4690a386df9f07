package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.activation.Tanh;
import gridrun.init.GlorotUniform;
import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.loss.BinaryCrossEntropy;
import gridrun.loss.CategoricalCrossEntropy;
import gridrun.loss.Loss;
import gridrun.loss.MeanSquaredError;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.Network;
import gridrun.optim.Adam;
import gridrun.optim.AdamW;
import gridrun.optim.Optimizer;
import gridrun.optim.RMSprop;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rewriting a kernel changes no bit of what is trained: results that people have can be proved again. */
class GoldenWeightsTest {

    static Stream<Arguments> trainings() {
        Loss binary = new BinaryCrossEntropy();
        Loss categorical = new CategoricalCrossEntropy();
        Loss square = new MeanSquaredError();
        Optimizer adam = new Adam(0.9, 0.999, 1e-7);
        return Stream.of(
                Arguments.of(new SGD(0, false), categorical,
                        "8747246651d7e53245e13e56c83ae266b173ff177c476f9d3dfcfa9ab25004c0"),
                Arguments.of(new SGD(0.9, false), categorical,
                        "22048bd66596a86b5e79f0d7bc5cba956fe5773495e4bbefcfd68c181a8df8a9"),
                Arguments.of(new SGD(0.9, true), categorical,
                        "d80b01a41e82c334b1a9b7f82b94fb16086bd16c2cdd71022bc8de2868bddb82"),
                Arguments.of(new RMSprop(0.9, 1e-7), categorical,
                        "c0245e56cf62a86428c759cbd28047fa6e4678ec957dd94eed0680c8b80ed6b3"),
                Arguments.of(adam, categorical,
                        "49d4fef5705dddbdca2fbfc36d1ccfc7ead9cb49f1804386ac2c7c1e8a2e162b"),
                Arguments.of(new AdamW(0.01, 0.9, 0.999, 1e-7), categorical,
                        "6c9eb47bd6984c0f89a62b7b555f493139d45e5b890142bccf0a83ceab23e40c"),
                Arguments.of(adam, binary,
                        "d880a9dd117cc95208659a749133c857f4c3fd0723c6e92575cff6ae329d07ab"),
                Arguments.of(adam, square,
                        "9f5306da00d768056d0dd05308226b38212d353b5c9ce7e90b4338f7e3b75c11"));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void weights_after_a_few_epochs_are_pinned(Optimizer optimizer, Loss loss, String expected) {
        assertEquals(expected, train(new ScalarKernels(), optimizer, loss));
        assertEquals(expected, train(KernelChoice.best().create(), optimizer, loss));
    }

    private static String train(Kernels kernels, Optimizer optimizer, Loss loss) {
        Dataset data = blobs();
        MLP model = new MLP(List.of(19, 8), new Tanh(), new GlorotUniform(), 0.1, null);
        Architecture architecture = Architecture.of(model, loss, data.input(), data.task());
        Network network = new Network(architecture, kernels, Rng.of(5).split("init"));
        TrainSpec spec = new TrainSpec(optimizer, 0.02, null, null, new BatchSize(17), false, 3, loss, null, 0.001,
                null, null, null, null, null, null);
        new Trainer(network, spec, data, null, null, Rng.of(5), () -> false).train((epoch, metrics) -> {});
        return network.parameters().sha256();
    }

    private static Dataset blobs() {
        Rng rng = Rng.of(9);
        float[] inputs = new float[3 * 100];
        float[] labels = new float[100];
        for (int i = 0; i < inputs.length; i++) {
            labels[i / 3] = i / 3 % 5;
            inputs[i] = (float) (rng.nextGaussian() + (i % 3 == i / 3 % 5 ? 2 : 0));
        }
        return new Dataset(Shape.of(3), inputs, Dataset.Task.classification(5), labels);
    }
}
