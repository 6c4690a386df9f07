package gridrun.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is measured of n examples with targets t, for which the network answers y, and of a training epoch.
 *
 * <p>Without a prefix it is of the training part, summed over the batches of an epoch: each is measured before its step, while weights
 * change and dropout drops. With {@code val_} it is of the validation part after the epoch, with {@code test_} of the test part by the
 * weights that are kept.
 */
public enum EpochMetric {

    /**
     * The mean of the run's loss, {@code Σ loss(y, t) / n}, label smoothing included, real targets as the network learns them, which
     * may be scaled. Penalties ({@code l1}, {@code l2}) are no part of it.
     */
    LOSS,
    /**
     * The share of examples whose class is found: that of the largest output, the first of equal ones. A single output finds class 1
     * where the probability is above 1/2, or the margin above 0.
     */
    ACCURACY,
    /** The root of the mean squared error, {@code √(Σ (y - t)² / n)}, in the unit of the data. */
    RMSE,
    /**
     * The coefficient of determination, {@code 1 - Σ (y - t)² / Σ (t - m)²}, where m is the mean of the measured part's own targets:
     * 1 is perfect, always answering m is 0, and what is worse is below 0. Where all targets of the part are equal it is 1
     * without an error, else 0.
     */
    R2,
    /** That of the epoch's last step. */
    LEARNING_RATE,
    /**
     * The Euclidean norm of the gradient of all parameters, {@code √(Σ g²)}, penalties included, before clipping; the mean over the
     * epoch's batches.
     */
    GRADIENT_NORM;

    /** Those by which a network can be better or worse, at any task. */
    public static List<EpochMetric> ofMerit() {
        return Arrays.stream(values()).filter(metric -> metric != LEARNING_RATE && metric != GRADIENT_NORM).toList();
    }

    /** Whether more is better. */
    public boolean isMaximized() {
        return this == ACCURACY || this == R2;
    }

    /** The name in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
