import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;
import java.util.List;

/** The twin of residual-depth.yaml. */
class ResidualDepth {

    static Experiment define() {
        return experiment("residual-depth")
                .description(
                        "Dense nets of 4 to 64 layers, plain and with shortcuts - from which depth on does the "
                                + "plain one not learn?")
                .data(spirals().samples(600).turns(1).noise(0.02).validation(0.2))
                .model(sequential(dense(16), repeat(2, dense(16), dense(16))).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(sgd(0.9)).learningRate(0.005).batchSize(32).epochs(60).log(GRADIENT_NORM))
                .over(at("model.layers.1.repeat.count"), 2, 8, 16, 32)
                .inCase("plain")
                .inCase("residual", set(at("model.layers.1.repeat.layers"), List.of(residual(
                        dense(16), dense(16).activation(linear()).init(randomNormal())))))
                .maximize("val_accuracy")
                .seeds(5)
                .expect("best.val_accuracy >= 0.97")
                .expect("model.layers.1.repeat.count=32, case=residual > model.layers.1.repeat.count=32, case=plain")
                .expect("tied(model.layers.1.repeat.count=2, case=residual; model.layers.1.repeat.count=2, case=plain)")
                .smoke(set(EPOCHS, 1), set(SAMPLES, 100), seeds(1));
    }
}
