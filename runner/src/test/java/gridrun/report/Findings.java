package gridrun.report;

import gridrun.comparison.Terms;
import gridrun.metric.Goal;
import gridrun.store.DatasetInput;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs of configurations that differ in one setting, and what is found of them. */
final class Findings {

    static final Objective ACCURACY = new Objective("val_accuracy", Goal.MAXIMIZE);

    private Findings() {
    }

    /** @param values by seed; one that is no number is of a run that diverged */
    static List<Run> rate(String rate, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(Runs.run(rate, runs.size(), Double.isNaN(value) ? "diverged" : "completed",
                    Double.isNaN(value) ? Map.of() : Map.of("best.val_accuracy", value)));
        }
        return runs;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Finding finding(Terms terms, List<Run>... rates) {
        return new Report(ACCURACY.on(terms), Stream.of(rates).flatMap(List::stream).toList()).finding().orElseThrow();
    }

    static DatasetInput part(String context, String data, String digest, int examples) {
        return new DatasetInput(data, digest, digest, context, DatasetInput.LOCAL, "{}", "{}",
                "{\"num_rows\": %d}".formatted(examples));
    }
}
