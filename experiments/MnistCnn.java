import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The same experiment as mnist-cnn.yaml. */
class MnistCnn {

    static Experiment define() {
        return experiment("mnist-cnn")
                .description("How well does a small convolutional network read handwritten digits?")
                .data(mnist().validation(0.1))
                .model(sequential(
                        conv2d(16).kernelSize(3).padding(SAME),
                        maxPooling2d(2),
                        conv2d(32).kernelSize(3).padding(SAME),
                        maxPooling2d(2),
                        flatten(),
                        dropout(0.25),
                        dense(64))
                        .activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(adam()).learningRate(0.002).schedule(cosine()).batchSize(64).epochs(5))
                .maximize("val_accuracy")
                .seeds(3)
                .expect("all: test_accuracy >= 0.99")
                .smoke(set(EPOCHS, 1), set(LIMIT, 512), seeds(1));
    }
}
