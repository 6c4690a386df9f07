import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of activation-study.yaml. */
class ActivationStudy {

    static Experiment define() {
        return experiment("activation-study")
                .description(
                        "Do six hidden layers of ReLU, tanh or sigmoid learn with plain gradient descent - and do "
                                + "gradients reach the first?")
                .data(spirals().samples(600).turns(1).noise(0.02).validation(0.2))
                .model(mlp(24, 24, 24, 24, 24, 24))
                .train(t -> t.optimizer(sgd()).learningRate(0.05).batchSize(32).epochs(100).log(GRADIENT_NORM))
                .over(LEARNING_RATE, 0.05, 0.2)
                .zip(over(ACTIVATION, relu(), tanh(), sigmoid()),
                        over(INIT, heUniform(), glorotUniform(), glorotUniform()))
                .maximize("val_accuracy")
                .seeds(5)
                .expect("activation=relu > activation=sigmoid")
                .expect("activation=tanh > activation=sigmoid")
                .expect("tied(activation=relu, learning_rate=0.05; activation=tanh, learning_rate=0.05)")
                .smoke(set(EPOCHS, 2), set(SAMPLES, 100), seeds(1));
    }
}
