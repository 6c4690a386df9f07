package gridrun.cli;

import gridrun.plan.Plan;
import gridrun.plan.Reuse;
import gridrun.store.Store;
import java.nio.file.Files;
import java.util.List;

/**
 * Shows what experiments would come to now: their runs, what is known of them, what they cost and how long they take.
 * Trains nothing, asks no server, and creates nothing.
 */
final class DryRun {

    private final Arguments arguments;
    private final RunCommandOptions options;
    private final Terminal terminal;

    DryRun(Arguments arguments, RunCommandOptions options, Terminal terminal) {
        this.arguments = arguments;
        this.options = options;
        this.terminal = terminal;
    }

    /** @param startSeconds that it took to come here */
    void show(Plan plan, double startSeconds) {
        if (!Files.isRegularFile(CommonOptions.results(arguments).resolve(Store.DATABASE))) {
            PlanText text = text(plan);
            terminal.out().println(text.headline());
            text.printSummary();
            end(text, startSeconds);
            return;
        }
        List<String> reuse;
        Plan now;
        try (Store store = CommonOptions.storeToRead(arguments)) {
            now = plan.with(store, options.rules()::isDone);
            reuse = Reuse.of(store, plan.experiment().name(), now.toDo(), options.rules().fresh());
        }
        PlanText text = text(now);
        terminal.out().printf("%s (%s)%n", text.headline(), text.counts());
        text.printSummary();
        text.printReuse(reuse);
        end(text, startSeconds);
    }

    private void end(PlanText text, double startSeconds) {
        text.printTime(options.concurrency(), startSeconds);
        text.printRuns();
    }

    private PlanText text(Plan plan) {
        return new PlanText(terminal, plan, options.concurrency().jobs());
    }
}
