import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of shapes-cnn.yaml. */
class ShapesCnn {

    static Experiment define() {
        return experiment("shapes-cnn")
                .description(
                        "Noisy figures at random places - a convolutional net against dense ones with as many weights.")
                .data(shapes().samples(3000).classes(6).noise(0.3).validation(0.2))
                .model(sequential(
                        conv2d(8).kernelSize(3).padding(SAME), maxPooling2d(2),
                        conv2d(16).kernelSize(3).padding(SAME), maxPooling2d(2),
                        flatten(), dense(32))
                        .activation(relu()).init(heNormal()))
                .train(t -> t.optimizer(adam()).learningRate(0.002).batchSize(32).epochs(15))
                .inCase("convolutional")
                .inCase("dense-1", set(MODEL, sequential(flatten(), dense(37))))
                .inCase("dense-2", set(MODEL, sequential(flatten(), dense(32), dense(32))))
                .maximize("val_accuracy")
                .seeds(5)
                .expect("best.val_accuracy >= 0.9")
                .expect("case=convolutional > case=dense-1")
                .expect("case=convolutional > case=dense-2")
                .smoke(set(EPOCHS, 1), set(SAMPLES, 200), seeds(1));
    }
}
