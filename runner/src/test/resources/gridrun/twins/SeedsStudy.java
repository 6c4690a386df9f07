import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of seeds-study.yaml. */
class SeedsStudy {

    static Experiment define() {
        return experiment("seeds-study")
                .description(
                        "Two learning rates that five seeds cannot tell apart - how many seeds does their difference "
                                + "need?")
                .data(moons().samples(1000).noise(0.2).validation(0.2))
                .model(mlp(64, 32).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(sgd()).learningRate(0.01).batchSize(32).epochs(200)
                        .earlyStopping(s -> s.monitor("val_loss").patience(20).restoreBest(true)))
                .over(LEARNING_RATE, 0.05, 0.1)
                .maximize("val_accuracy")
                .seeds(5)
                .smoke(set(EPOCHS, 2), set(SAMPLES, 200), seeds(1));
    }
}
