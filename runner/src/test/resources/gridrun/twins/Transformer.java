import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The twin of transformer.yaml. */
class Transformer {

    static Experiment define() {
        return experiment("transformer")
                .description(
                        "Associative recall - does attention learn it sooner than recurrent nets with as many weights?")
                .data(associativeRecall().samples(20000).pairs(8).symbols(16).validation(0.2))
                .model(sequential(embedding(272, 32), positionalEncoding(),
                        transformerEncoder(2, 64).dModel(32).numLayers(1), globalAveragePooling()))
                .train(t -> t.optimizer(adam()).learningRate(0.003).batchSize(64).epochs(20))
                .over(LEARNING_RATE, 0.001, 0.003, 0.01, 0.03)
                .inCase("encoder")
                .inCase("lstm", set(MODEL, sequential(embedding(272, 32), lstm(32))))
                .inCase("gru", set(MODEL, sequential(embedding(272, 32), gru(40))))
                .maximize("val_accuracy")
                .seeds(3)
                .expect("best.val_accuracy >= 0.95")
                .expect("learning_rate=0.003, case=encoder > case=lstm")
                .expect("learning_rate=0.003, case=encoder > case=gru")
                .smoke(set(EPOCHS, 1), set(SAMPLES, 500), seeds(1));
    }
}
