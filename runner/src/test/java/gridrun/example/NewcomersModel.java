package gridrun.example;

import static gridrun.dsl.Words.*;

import gridrun.trained.Model;
import gridrun.trained.Prediction;
import java.nio.file.Path;

/** A net on arrays of one's own, and what it says of a row. */
final class NewcomersModel {

    private NewcomersModel() {
    }

    static Prediction ask(double[][] points, String[] sides, Path results) {
        Model model = experiment("sides").data(inMemory(points, sides)).model(mlp(16))
                .train(t -> t.optimizer(adam()).learningRate(0.01).epochs(50))
                .run(options -> options.results(results)).best().model();
        return model.predict(7, 1);
    }
}
