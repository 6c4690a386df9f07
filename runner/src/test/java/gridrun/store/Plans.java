package gridrun.store;

import gridrun.metric.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans for tests. */
public final class Plans {

    private Plans() {
    }

    /** A sweep over learning rates with one seed each; its keys are made of its name. */
    public static SweepPlan sweep(String name, String... rates) {
        return new SweepPlan(key(name), name, true, "What is asked.", Map.of("team", "blue"),
                "val_accuracy", Goal.MAXIMIZE, List.of("learning_rate"), "experiments/" + name + ".yaml",
                1_000, runs(name, rates));
    }

    /** The same plan as it is made again elsewhere, so many milliseconds later. */
    public static SweepPlan later(SweepPlan plan, long ms) {
        return new SweepPlan(plan.sweepId(), plan.experiment(), plan.parent(), plan.description(), plan.tags(),
                plan.metric(), plan.goal(), plan.axes(), plan.file(), plan.createdMs() + ms, plan.runs());
    }

    /** 64 hex digits that stand for a text. */
    public static String key(String text) {
        return DurableFiles.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<PlannedRun> runs(String name, String... rates) {
        List<PlannedRun> runs = new ArrayList<>();
        for (String rate : rates) {
            runs.add(new PlannedRun(key(name + rate), "learning_rate=" + rate + " seed=0", key("config" + rate), 0,
                    "data-1 1",
                    Map.of("learning_rate", rate),
                    Map.of("train.learning_rate", rate, "train.epochs", "3", "train.note", ""),
                    Map.of(), Map.of(), Map.of("course", "b")));
        }
        return runs;
    }
}
