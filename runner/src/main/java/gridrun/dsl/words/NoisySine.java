// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** One period of a sine to be fitted: {@code y = sin(x)} plus noise, with x uniform in [-π, π). */
public final class NoisySine extends Phrase<NoisySine> implements DatasetSpec {

    NoisySine(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected NoisySine of(Tree.Mapping changed) {
        return new NoisySine(changed);
    }

    /**
     * The number of examples.
     *
     * @param samples whole number from 2 to 10,000,000; by default {@code 1000}
     */
    public NoisySine samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The standard deviation of the Gaussian noise on y.
     *
     * @param noise number from 0; by default {@code 0.1}
     */
    public NoisySine noise(double noise) {
        return with("noise", noise);
    }

    /**
     * Whether targets are scaled to mean 0 and standard deviation 1 for training; the loss is that of scaled targets,
     * {@code rmse} and predictions are of the targets as they are.
     *
     * @param standardizeTargets {@code true} or {@code false}; by default {@code true}
     */
    public NoisySine standardizeTargets(boolean standardizeTargets) {
        return with("standardize_targets", standardizeTargets);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public NoisySine validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public NoisySine test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public NoisySine folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public NoisySine seed(long seed) {
        return with("seed", seed);
    }
}
