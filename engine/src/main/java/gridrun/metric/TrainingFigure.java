package gridrun.metric;

import java.util.Locale;

/** What is recorded of the training itself, epoch by epoch; a network is neither better nor worse by it. */
public enum TrainingFigure {

    /** That of the epoch's last step. */
    LEARNING_RATE,
    /**
     * The Euclidean norm of the gradient of all parameters, {@code √(Σ g²)}, penalties included, before clipping; the
     * mean over the epoch's batches.
     */
    GRADIENT_NORM;

    /** The name in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
