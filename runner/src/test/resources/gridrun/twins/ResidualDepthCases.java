import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;
import java.util.List;

/** The twin of residual-depth-cases.yaml. */
class ResidualDepthCases {

    static Experiment define() {
        return experiment("residual-depth-cases")
                .description("Nets of 32 and 64 layers - what besides the shortcut decides whether they learn?")
                .data(spirals().samples(600).turns(1).noise(0.02).validation(0.2))
                .model(sequential(dense(16), repeat(2, dense(16), dense(16))).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(sgd(0.9)).learningRate(0.005).batchSize(32).epochs(60).log(GRADIENT_NORM))
                .over(at("model.layers.1.repeat.count"), 16, 32)
                .inCase("residual-zeros", set(at("model.layers.1.repeat.layers"), List.of(residual(
                        dense(16), dense(16).activation(linear()).init(zeros())))))
                .inCase("residual-he", set(at("model.layers.1.repeat.layers"), List.of(residual(
                        dense(16), dense(16).activation(linear())))))
                .inCase("plain-small", set(at("model.layers.1.repeat.layers"), List.of(
                        dense(16), dense(16).init(randomNormal()))))
                .inCase("plain-orthogonal", set(at("model.layers.1.repeat.layers"), List.of(
                        dense(16).init(orthogonal().gain(1.414)), dense(16).init(orthogonal().gain(1.414)))))
                .inCase("plain-slow", set(LEARNING_RATE, 0.001))
                .inCase("plain-adam", set(OPTIMIZER, adam()), set(LEARNING_RATE, 0.0005))
                .maximize("val_accuracy")
                .seeds(5)
                .smoke(set(EPOCHS, 1), set(SAMPLES, 100), seeds(1));
    }
}
