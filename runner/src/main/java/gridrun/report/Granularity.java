package gridrun.report;

import gridrun.metric.Accuracy;
import gridrun.metric.DataPart;
import gridrun.metric.Quantity.Moment;
import gridrun.store.Run;
import java.util.List;
import java.util.OptionalInt;

/** Of how many examples a share is, so that nothing smaller than one of them can be seen. */
public final class Granularity {

    private Granularity() {
    }

    /** The fewest examples that an accuracy was measured on; empty for other figures. */
    public static OptionalInt of(Objective objective, List<Run> runs) {
        String metric = objective.ranked().metric();
        DataPart part = objective.ranked().moment() == Moment.TEST ? DataPart.TEST : DataPart.of(metric);
        if (!List.of(new Accuracy().name(), DataPart.VALIDATION.prefix() + new Accuracy().name()).contains(metric)) {
            return OptionalInt.empty();
        }
        String context = switch (part) {
            case TRAINING -> "train";
            case VALIDATION -> "validation";
            case TEST -> "test";
        };
        return runs.stream().flatMap(run -> run.datasets().stream())
                .filter(data -> data.context().equals(context)).flatMapToInt(data -> data.rows().stream()).min();
    }
}
