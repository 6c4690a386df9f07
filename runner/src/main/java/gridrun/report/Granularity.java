package gridrun.report;

import gridrun.metric.Accuracy;
import gridrun.metric.DataPart;
import gridrun.metric.Quantity.Moment;
import gridrun.store.Run;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Of how many examples a share is, so that nothing smaller than one of them can be seen.
 *
 * @param objective what is measured
 */
public record Granularity(Objective objective) {

    /** The fewest examples that an accuracy was measured on in any of these runs; empty for other figures. */
    OptionalInt of(Stream<Run> runs) {
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
        return runs.flatMap(run -> run.datasets().stream())
                .filter(data -> data.context().equals(context)).flatMapToInt(data -> data.rows().stream()).min();
    }
}
