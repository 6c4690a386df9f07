package gridrun.plan;

import gridrun.artifact.LayerRecord;
import gridrun.artifact.RunFiles;
import gridrun.data.Preparation;
import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Architecture;
import gridrun.nn.Network;
import gridrun.observed.History;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Scaling;
import gridrun.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A moment of a run, to see what its parts take here: some epochs on made-up examples of its shapes, then the files
 * that it would leave behind. Nothing is written, and no data are needed.
 *
 * <p>Belongs to one thread.
 */
final class Rehearsal {

    /** Steps of an epoch: enough that what comes once an epoch does not hide them. */
    private static final int MOST_STEPS = 16;
    private static final int MOST_VALIDATION = 1024;
    /**
     * Training is warm when for this share of its time, and some epochs, none has been better by 5 %: compilers work in
     * leaps.
     */
    private static final double STEADY = 0.35;
    private static final int FEWEST_EPOCHS = 3;
    private static final double NOTEWORTHY = 0.95;
    /** Times as long as else it may train until its first epoch ends. */
    private static final int PATIENCE = 2;

    /**
     * What was found, in seconds.
     *
     * @param step from one step to the next, once warm
     * @param rest of an epoch: its last step, shuffling, validation, observation
     * @param steps that were trained, the last ones of the epochs left out
     * @param epochs that were trained
     * @param trained that all of them took
     * @param files that a run's files took
     */
    record Times(double step, double rest, int steps, int epochs, double trained, double files) {

        /**
         * What warming up took: how much longer the training was than it would be at the speed of a later rehearsal.
         */
        double cold(Times warm) {
            return Math.max(0, trained - steps * warm.step - epochs * warm.rest);
        }

        /**
         * All that a whole run of this kind trains and evaluates; what has been tested is looked at once more, class by
         * class.
         */
        double training(CostClass kind, int epochs) {
            int steps = kind.train().steps(kind.data().train());
            int validation = kind.data().validation();
            double evaluation = evaluation(kind, Math.min(validation, MOST_VALIDATION));
            double more = Math.max(0, validation - MOST_VALIDATION) * evaluation;
            return epochs * ((steps - 1) * step + rest + more) + 2 * kind.data().test() * evaluation;
        }

        /** Of one example; where no difference tells it, it is a third of training. */
        private double evaluation(CostClass kind, int validation) {
            if (step == 0) {
                return rest / (3.0 * kind.batch() + validation);
            }
            return validation == 0 ? step / 3 / kind.batch() : Math.max(0, rest - step) / validation;
        }
    }

    /** An epoch: its steps but the last, the seconds of one, and those of the rest. */
    private record Epoch(int steps, double step, double rest) {
    }

    private final RunSpec run;
    private final CostClass kind;
    private final Splits data;
    private final History history = new History();
    private final LayerRecord layers = new LayerRecord();
    private final List<Epoch> epochs = new ArrayList<>();
    private final long leastNs;
    private final long mostNs;
    private long beganNs;
    private long bestNs = Long.MAX_VALUE;
    private long improvedNs;
    private int improved;
    private long epochBeganNs;
    private long firstStepNs;
    private long lastStepNs;
    private long shortestNs = Long.MAX_VALUE;
    private int steps;

    private Rehearsal(RunSpec run, CostClass kind, double least, double most) {
        this.run = run;
        this.kind = kind;
        int validation = Math.min(kind.data().validation(), MOST_VALIDATION);
        this.data = new Splits(part((int) Math.min(kind.data().train(), (long) MOST_STEPS * kind.batch())),
                validation == 0 ? null : part(validation), null,
                Preparation.of(run.data().classNames(), kind.architecture().input(), kind.architecture().task(),
                        Scaling.NONE),
                run.data().fingerprint());
        this.leastNs = (long) (1e9 * least);
        this.mostNs = (long) (1e9 * most);
    }

    /**
     * Trains until it gets no faster, then makes the files.
     *
     * @param choice what the runs will be trained with
     * @param least seconds of training
     * @param most seconds of training
     */
    static Times of(RunSpec run, CostClass kind, KernelChoice choice, int threads, double least, double most) {
        Rehearsal rehearsal = new Rehearsal(run, kind, least, most);
        try (Kernels kernels = choice.create(threads)) {
            return rehearsal.times(kernels);
        }
    }

    private Times times(Kernels kernels) {
        beganNs = System.nanoTime();
        improvedNs = beganNs;
        Network network = new Network(kind.architecture(), kernels, run.beginning().split("init"));
        Trainer trainer = new Trainer(network, kind.train(), data.train().data(),
                data.validation() == null ? null : data.validation().data(), null, run.course(),
                this::stepBegins);
        epochBeganNs = System.nanoTime();
        trainer.train(this::epochEnded);
        long trainedNs = System.nanoTime();
        double trained = (trainedNs - beganNs) / 1e9;
        if (epochs.isEmpty()) { // so large a network has its speed after a few steps
            double step = shortestNs / 1e9;
            double validation = kind.data().validation() / 3.0 / kind.batch();
            return new Times(step, step * (1 + validation), steps, 0, trained, 0);
        }
        RunFiles.of(run, network, history, layers, data.preparation());
        double files = (System.nanoTime() - trainedNs) / 1e9;
        return new Times(warm(Epoch::step), warm(Epoch::rest), epochs.stream().mapToInt(Epoch::steps).sum(),
                epochs.size(),
                trained, files);
    }

    private boolean stepBegins() {
        long now = System.nanoTime();
        if (steps++ == 0) {
            firstStepNs = now;
        } else {
            shortestNs = Math.min(shortestNs, now - lastStepNs);
        }
        lastStepNs = now;
        long spent = now - beganNs;
        if (epochs.isEmpty()) {
            return steps > 1 && spent > PATIENCE * mostNs;
        }
        return spent > mostNs
                || spent > leastNs && epochs.size() - improved > FEWEST_EPOCHS && now - improvedNs > STEADY * spent;
    }

    private void epochEnded(int number, Map<String, Double> metrics) {
        long now = System.nanoTime();
        double stepping = (lastStepNs - firstStepNs) / 1e9;
        epochs.add(new Epoch(steps - 1, stepping / Math.max(1, steps - 1), (now - epochBeganNs) / 1e9 - stepping));
        if (now - epochBeganNs < NOTEWORTHY * bestNs) {
            bestNs = now - epochBeganNs;
            improvedNs = now;
            improved = epochs.size();
        }
        if (number <= run.train().epochs()) {
            history.add(LayerRecord.ofNetwork(metrics));
            layers.add(number, metrics);
        }
        steps = 0;
        epochBeganNs = now;
    }

    /** The lower quartile of the later half of the epochs, as some of it may not have been warm. */
    private double warm(ToDoubleFunction<Epoch> part) {
        double[] later = epochs.stream().skip(epochs.size() / 2).mapToDouble(part).sorted().toArray();
        return later[later.length / 4];
    }

    /** So many examples at random; zeros where a network reads ids, as 0 always is one. */
    private Splits.Part part(int examples) {
        Architecture architecture = kind.architecture();
        Rng rng = Rng.of(examples);
        float[] inputs = new float[examples * architecture.input().size()];
        for (int i = 0; i < inputs.length && !architecture.isParticular(); i++) {
            inputs[i] = (float) rng.nextUniform();
        }
        float[] targets = new float[examples * architecture.task().width()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = architecture.task().isClassification()
                    ? rng.nextInt(architecture.task().classes()) : (float) rng.nextUniform();
        }
        return new Splits.Part("rehearsal", new Dataset(architecture.input(), inputs, architecture.task(), targets),
                "", "", new int[0]);
    }
}
