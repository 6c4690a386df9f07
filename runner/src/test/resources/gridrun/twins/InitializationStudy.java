import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of initialization-study.yaml. */
class InitializationStudy {

    static Experiment define() {
        return experiment("initialization-study")
                .description(
                        "With which initial weights do twelve hidden layers learn - Xavier's, He's, or a normal "
                                + "of deviation 0.01?")
                .data(spirals().samples(600).turns(1).noise(0.02).validation(0.2))
                .model(mlp(32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32))
                .train(t -> t.optimizer(sgd()).learningRate(0.05).batchSize(32).epochs(40).log(GRADIENT_NORM,
                        ACTIVATION_STD))
                .over(ACTIVATION, relu(), tanh())
                .over(INIT, glorotNormal(), heNormal(), randomNormal().stddev(0.01))
                .maximize("val_accuracy")
                .seeds(5)
                .expect("activation=relu, init=he_normal > activation=relu, init={type: random_normal, stddev: 0.01}")
                .expect("activation=tanh, init=he_normal > activation=tanh, init=glorot_normal")
                .smoke(set(EPOCHS, 2), set(SAMPLES, 100), seeds(1));
    }
}
