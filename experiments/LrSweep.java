import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The same experiment as lr-sweep.yaml. */
class LrSweep {

    static Experiment define() {
        return experiment("lr-sweep")
                .description("Convergence speed against stability - how large may the learning rate of "
                        + "plain gradient descent be?")
                .data(moons().samples(1000).noise(0.2).validation(0.2))
                .model(mlp(64, 32).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(sgd()).learningRate(0.01).batchSize(32).epochs(200)
                        .earlyStopping(s -> s.monitor("val_loss").patience(20).restoreBest(true)))
                .over(LEARNING_RATE, 0.001, 0.01, 0.05, 0.1)
                .maximize("val_accuracy")
                .seeds(5)
                .expect("best.val_accuracy >= 0.95")
                .smoke(set(EPOCHS, 2), set(SAMPLES, 200), seeds(1));
    }
}
