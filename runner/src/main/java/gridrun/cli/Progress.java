package gridrun.cli;

import gridrun.execute.Continuation;
import gridrun.execute.RunListener;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.plan.Job;
import gridrun.report.Figures;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/**
 * Shows how far a sweep is: a bar on a terminal, lines in a log, and in both a line the moment a run fails.
 *
 * <p>The bar counts epochs, so that the time left is right for runs of any length.
 */
final class Progress implements RunListener, AutoCloseable {

    /** In a log a sweep takes at most about this many lines. */
    private static final int MOST_LINES = 100;

    private final Terminal terminal;
    private final boolean quiet;
    private final String metric;
    private final int total;
    private final ProgressBar bar;
    private final Map<String, Integer> epochsSeen = new HashMap<>();
    /** What the last epochs of runs under way came to. */
    private final Map<String, Map<String, Double>> latest = new HashMap<>();
    private final Map<String, Continuation> continued = new HashMap<>();
    private int ended;

    /**
     * @param quiet whether only failures are told
     * @param name of the sweep
     * @param metric what is shown of each run
     * @param before runs that ended in an earlier command
     * @param total all runs, those among them
     * @param epochs of all runs to do together
     */
    Progress(Terminal terminal, boolean quiet, String name, String metric, int before, int total, long epochs) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.metric = metric;
        this.ended = before;
        this.total = total;
        this.bar =
                quiet || !terminal.interactive() || total == before ? null : ProgressLine.bar(terminal, name, epochs);
        if (bar != null) {
            bar.setExtraMessage(ProgressLine.message(counts(), "", ""));
        }
    }

    /** On a terminal at once, in a log in the run's own line. */
    @Override
    public synchronized void continued(Job job, Continuation from) {
        continued.put(job.runKey(), from);
        epochsSeen.put(job.runKey(), from.epochs());
        if (bar != null) {
            bar.stepBy(from.epochs());
            line("%s: %s".formatted(job.spec().name(), from));
        }
    }

    @Override
    public synchronized void trainedElsewhere(Job job) {
        if (!quiet) {
            line("%s: another command trains it at this moment; this one waits for it when the others are done"
                    .formatted(job.spec().name()));
        }
    }

    @Override
    public synchronized void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
        epochsSeen.put(job.runKey(), epoch);
        latest.put(job.runKey(), metrics);
        if (bar != null) {
            bar.step();
            show(job);
        }
    }

    @Override
    public void ended(Job job, Outcome outcome, String reason) {
        ended(job, outcome, reason, "");
    }

    @Override
    public synchronized void found(Job job, Run run) {
        String figure = new Quantity(Moment.FINAL, metric).name();
        if (run.summary().containsKey(figure)) {
            latest.put(job.runKey(), Map.of(metric, run.summary().get(figure)));
        }
        ended(job, run.outcome().orElseThrow(), run.error().orElse(null), "trained by another command: ");
    }

    private synchronized void ended(Job job, Outcome outcome, String reason, String by) {
        if (outcome == Outcome.INTERRUPTED) {
            return; // it has not ended: the same command continues it
        }
        ended++;
        int seen = epochsSeen.getOrDefault(job.runKey(), 0);
        if (bar != null) {
            bar.stepBy(Math.max(0, job.spec().train().epochs() - seen));
            show(job);
        }
        if (outcome == Outcome.FAILED) {
            line("failed: %s: %s%s".formatted(job.spec().name(), by, reason));
        } else if (bar == null && !quiet
                && (ended == total || ended % ((total - 1) / MOST_LINES + 1) == 0)) {
            line("%d/%d  %s  %s%s%s%s%s".formatted(ended, total, job.spec().name(), by, outcome.word(),
                    by.isEmpty() ? " after " + Figures.counted(seen, "epoch") + from(job) : "",
                    outcome == Outcome.DIVERGED && by.isEmpty() ? why(job) : "",
                    figure(job).isEmpty() ? "" : ", " + figure(job)));
        }
        latest.remove(job.runKey());
    }

    /** The shown metric of a run's last epoch, if it had one. */
    private String figure(Job job) {
        return Optional.ofNullable(latest.get(job.runKey()))
                .map(last -> "%s %.4g".formatted(metric, last.getOrDefault(metric, Double.NaN))).orElse("");
    }

    private String from(Job job) {
        return continued.containsKey(job.runKey()) ? ", " + continued.get(job.runKey()) : "";
    }

    private String why(Job job) {
        return latest.containsKey(job.runKey()) ? ": " + DivergenceRule.reason(latest.get(job.runKey())) : "";
    }

    @Override
    public synchronized void warned(String text) {
        line(text);
    }

    private String counts() {
        return "%d/%d runs".formatted(ended, total);
    }

    private void show(Job job) {
        bar.setExtraMessage(ProgressLine.message(counts(), job.spec().name(), figure(job)));
    }

    private void line(String text) {
        if (bar != null) {
            terminal.eraseLine();
        }
        terminal.err().println(text);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
