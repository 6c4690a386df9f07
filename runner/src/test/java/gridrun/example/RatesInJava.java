package gridrun.example;

import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;
import gridrun.dsl.Results;
import java.nio.file.Path;

/** Two learning rates compared by a program. */
public final class RatesInJava {

    static final Experiment RATES = experiment("rates")
            .data(moons().samples(200))
            .model(mlp(16))
            .train(t -> t.epochs(20))
            .over(LEARNING_RATE, 0.0001, 0.01)
            .maximize("val_accuracy")
            .seeds(2);

    private RatesInJava() {
    }

    /** Trains what the directory has no result of. */
    public static Results compare(Path directory) {
        return RATES.run(options -> options.results(directory).jobs(1));
    }
}
