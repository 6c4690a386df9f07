import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of digits-study.yaml. */
class DigitsStudy {

    static Experiment define() {
        return experiment("digits-study")
                .description("Real handwritten digits - does a hidden layer pay, does a convolution, and what may one "
                        + "expect of new digits?")
                .data(digits().validation(0.2).test(0.2))
                .model(sequential(flatten()).activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(adam()).learningRate(0.003).batchSize(32).epochs(40)
                        .earlyStopping(s -> s.monitor("val_loss").patience(8).restoreBest(true)))
                .inCase("linear")
                .inCase("hidden", set(MODEL, sequential(flatten(), dense(64))))
                .inCase("wide", set(MODEL, sequential(flatten(), dense(256))))
                .inCase("convolutional", set(MODEL, sequential(
                        conv2d(16).kernelSize(3).padding(SAME), maxPooling2d(2), flatten(), dense(32))))
                .maximize("kept.val_accuracy")
                .metrics("kept.val_loss", "test_accuracy")
                .seeds(10)
                .expect("case=hidden > case=linear")
                .expect("tied(case=convolutional, case=hidden)")
                .expect("tied(case=convolutional, case=wide)")
                .expect("test_accuracy >= 0.98")
                .smoke(set(EPOCHS, 2), seeds(1));
    }
}
