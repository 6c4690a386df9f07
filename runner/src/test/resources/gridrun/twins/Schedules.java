import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of schedules.yaml. */
class Schedules {

    static Experiment define() {
        return experiment("schedules")
                .description(
                        "SGD with momentum under eight schedules, each from two learning rates - does a falling rate "
                                + "beat a constant one, and does the form matter?")
                .data(spirals().samples(600).turns(1).noise(0.02).validation(0.2))
                .model(mlp(32, 32).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(sgd().momentum(0.9)).warmup(1).batchSize(32).epochs(40))
                .over(SCHEDULE, constant(), step(15), exponential(0.9), polynomial(), cosine(), cosine().period(10),
                        oneCycle(), reduceOnPlateau().factor(0.3).patience(5))
                .over(LEARNING_RATE, 0.1, 0.3)
                .minimize("val_loss")
                .seeds(5)
                .expect("tied(schedule=polynomial, learning_rate=0.3; schedule=constant, learning_rate=0.3)")
                .smoke(set(EPOCHS, 2), set(SAMPLES, 100), seeds(1));
    }
}
