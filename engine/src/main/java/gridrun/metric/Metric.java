package gridrun.metric;

import gridrun.component.Names;
import gridrun.task.Dataset.Task;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What is measured of n examples with targets t, for which the network answers y: of the training part over an epoch's
 * batches, each before its step, while weights change and dropout drops; behind {@code val_} of the validation part
 * after the epoch; behind {@code test_} of the test part by the weights that are kept.
 *
 * <p>A metric is one record, and one word in the list of what is permitted here.
 */
public sealed interface Metric permits MeanLoss, Accuracy, RMSE, R2, MAE, MAPE, TopKAccuracy, BalancedAccuracy,
        MacroF1, Precision, Recall, AUC, LogLoss, Matthews {

    /** What of the answers it looks at. */
    enum Basis {
        /** What training minimizes, at any task. */
        LOSS,
        /** Real values. */
        VALUES,
        /** The classes that are found. */
        CLASSES,
        /** Probabilities, margins or whatever the network says of each class. */
        SCORES
    }

    /** The name in files and tables. */
    default String name() {
        return Names.of(getClass());
    }

    /** The metric of this kind that has a name; empty where none has. */
    default Optional<Metric> named(String name) {
        return name().equals(name) ? Optional.of(this) : Optional.empty();
    }

    /** A regular expression for the names of this kind. */
    default String pattern() {
        return name();
    }

    /** Which way it is better. */
    Goal goal();

    /** What it looks at. */
    Basis basis();

    /** Whether it can be measured where this is to be learnt. */
    default boolean suits(Task task) {
        return basis() == Basis.LOSS || task.isClassification() == (basis() != Basis.VALUES);
    }

    /** Whether it takes probabilities, so that margins do not serve. */
    default boolean takesProbabilities() {
        return false;
    }

    /** Whether it is measured at every task that it suits, without being asked for. */
    default boolean isUsual() {
        return false;
    }

    /** Whether it comes near 0 as a network gets better, so that ratios tell more than differences. */
    default boolean isError() {
        return goal() == Goal.MINIMIZE;
    }

    /** The least value that it can have. */
    default double least() {
        return 0;
    }

    /** The greatest value that it can have: what is better large is 1 at best. */
    default double greatest() {
        return goal() == Goal.MAXIMIZE ? 1 : Double.POSITIVE_INFINITY;
    }

    /** How it is made of the batches of a pass, once these have been added. */
    DoubleSupplier figure(Tallies tallies);
}
