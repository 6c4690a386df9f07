import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of mnist-mlp.yaml. */
class MnistMlp {

    static Experiment define() {
        return experiment("mnist-mlp")
                .description("Handwritten digits with one hidden layer, 784-128-10 - the classic first network.")
                .data(mnist().validation(0.1))
                .model(mlp(128).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(adam()).learningRate(0.001).batchSize(64).epochs(50))
                .expect("test_accuracy >= 0.975")
                .smoke(set(EPOCHS, 1), set(LIMIT, 512));
    }
}
