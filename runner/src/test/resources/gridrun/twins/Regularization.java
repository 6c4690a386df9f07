import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of regularization.yaml. */
class Regularization {

    static Experiment define() {
        return experiment("regularization")
                .description(
                        "Sixty noisy examples and a net that can learn them by heart - what do L2, dropout and batch "
                                + "normalization change?")
                .data(moons().samples(600).noise(0.3).validation(0.9))
                .model(sequential(dense(64), dense(64)).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(adam()).learningRate(0.003).batchSize(16).epochs(300))
                .over(L2, 0, 0.001, 0.01)
                .inCase("plain")
                .inCase("dropout", set(MODEL, sequential(dense(64), dropout(0.5), dense(64), dropout(0.5))))
                .inCase("batch_normalization", set(MODEL, sequential(
                        dense(64).activation(linear()), batchNormalization(), activation(relu()),
                        dense(64).activation(linear()), batchNormalization(), activation(relu()))))
                .minimize("val_loss")
                .seeds(5)
                .expect("l2=0, case=batch_normalization > l2=0, case=plain")
                .expect("l2=0, case=batch_normalization > l2=0, case=dropout")
                .smoke(set(EPOCHS, 2), set(SAMPLES, 100), seeds(1));
    }
}
