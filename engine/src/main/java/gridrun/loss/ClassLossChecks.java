package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Softmax;
import gridrun.component.Check;
import gridrun.component.Names;
import gridrun.task.Dataset.Task;

/** What the losses that tell classes apart ask of the other settings. */
final class ClassLossChecks {

    private ClassLossChecks() {}

    /** The number of classes; a real target is refused. */
    static int of(Task task, Loss loss) {
        if (!task.isClassification()) {
            throw new IllegalArgumentException(Names.of(loss.getClass())
                    + " needs classes; the target of these data is real: use mean_squared_error");
        }
        return task.classes();
    }

    /** The outputs where two classes share one. */
    static int units(Task task, Loss loss) {
        return of(task, loss) == 2 ? 1 : task.classes();
    }

    /** Checks a share of smoothing; null is none. */
    static void checkSmoothing(Double share) {
        if (share != null) {
            Check.fraction("labelSmoothing", share);
        }
    }

    /** Checks that the output is one distribution over all classes. */
    static void checkDistribution(Activation output, Loss loss) {
        if (!(output instanceof Softmax)) {
            throw new IllegalArgumentException(
                    Names.of(loss.getClass()) + " needs the output softmax, which gives probabilities");
        }
    }
}
