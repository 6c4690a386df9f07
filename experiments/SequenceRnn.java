import static gridrun.dsl.Words.*;

import gridrun.dsl.Experiment;

/** The same experiment as sequence-rnn.yaml. */
class SequenceRnn {

    static Experiment define() {
        return experiment("sequence-rnn")
                .description("Over what distance do a simple RNN, an LSTM and a GRU carry a number?")
                // errors as in the paper
                .data(adding().samples(5000).length(25).validation(0.2).standardizeTargets(false))
                .model(sequential(lstm(32)))
                .train(t -> t.optimizer(adam()).learningRate(0.003).batchSize(32).epochs(20).clipNorm(1)
                        .log(GRADIENT_NORM_OVER_TIME))
                .over(LENGTH, 25, 100)
                .inCase("simple", set(MODEL, sequential(simpleRnn(32))))
                .inCase("lstm", set(MODEL, sequential(lstm(32))))
                .inCase("gru", set(MODEL, sequential(gru(32))))
                .minimize("val_loss")
                .seeds(5)
                .expect("best.val_loss <= 0.001") // always answering 0.5 leaves 0.042
                .expect("length=100, case=gru > length=100, case=simple")
                .expect("length=100, case=lstm > length=100, case=simple")
                .expect("length=25, case=simple > length=100, case=simple")
                .smoke(set(EPOCHS, 1), set(SAMPLES, 200), set(LENGTH, 10), seeds(1));
    }
}
