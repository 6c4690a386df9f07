import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of optimizers.yaml. */
class Optimizers {

    static Experiment define() {
        return experiment("optimizers")
                .description(
                        "SGD, momentum, RMSprop and Adam, each at three learning rates - which learns fastest, and "
                                + "which minds its rate least?")
                .data(spirals().samples(600).turns(1).noise(0.02).validation(0.2))
                .model(mlp(32, 32).activation(relu()).init(heNormal()))
                .train(t -> t.batchSize(32).epochs(40))
                .over(OPTIMIZER, sgd(), sgd().momentum(0.9), rmsprop(), adam())
                .over(LEARNING_RATE, 0.001, 0.01, 0.1)
                .minimize("val_loss")
                .seeds(5)
                .expect("optimizer=adam, learning_rate=0.1 > optimizer=sgd, learning_rate=0.1")
                .expect("tied(optimizer=adam, learning_rate=0.1; optimizer=rmsprop, learning_rate=0.1)")
                .smoke(set(EPOCHS, 2), set(SAMPLES, 100), seeds(1));
    }
}
