package gridrun.cli;

import gridrun.check.GradientVerdict;
import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import gridrun.observed.Gradients;
import gridrun.plan.ConfigurationCheck;
import gridrun.session.GradientChecks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;

/**
 * Checks the gradients of an experiment's configurations, several at a time, and tells what was found in their order.
 */
final class GradientReview {

    /** Steps of a configuration's progress on the bar. */
    private static final int STEPS = 1000;

    private final GradientChecks checks;
    private final Terminal terminal;
    private final Interruption interruption;

    GradientReview(DataLoader loader, int jobs, Terminal terminal, Interruption interruption) {
        this(new GradientChecks(loader, jobs, interruption::requested), terminal, interruption);
    }

    GradientReview(GradientChecks checks, Terminal terminal, Interruption interruption) {
        this.checks = checks;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /**
     * Checks an experiment.
     *
     * @param quiet whether only wrong gradients are told, and checks that compared hardly anything
     * @return whether something was compared, and all of it is right
     */
    boolean isRight(Experiment experiment, boolean quiet) throws IOException, InterruptedException {
        try (Bar bar = new Bar(terminal, quiet, experiment.name(), ConfigurationCheck.of(experiment).size())) {
            List<GradientVerdict> all = checks.run(experiment, new GradientChecks.Listener() {

                @Override
                public void progressed(ConfigurationCheck check, double share) {
                    bar.show(check, share);
                }

                @Override
                public void found(ConfigurationCheck check, List<GradientVerdict> verdicts) {
                    if (!quiet || !verdicts.stream().allMatch(GradientVerdict::isRight)) {
                        bar.clear();
                        terminal.out().printf("%n%s%n%s", check.name(),
                                Gradients.table(verdicts, terminal.width(), terminal.unicode()));
                    }
                }
            });
            bar.clear();
            return interruption.requested() || conclude(experiment, all, quiet);
        }
    }

    /** What all verdicts come to: agreement counts where there was something to compare. */
    private boolean conclude(Experiment experiment, List<GradientVerdict> all, boolean quiet) {
        long compared = all.stream().filter(GradientVerdict::isCompared).count();
        boolean right = compared > 0 && all.stream().allMatch(GradientVerdict::isRight);
        if (!quiet || !right) {
            terminal.out().printf("%n%s: %s%n", experiment.name(), Gradients.summary(all));
            terminal.out().flush();
        }
        if (2 * compared < all.size()) {
            terminal.err().printf("%s: less than half of the gradients could be compared;%n%s%n", experiment.name(),
                    "another init, or targets of a usual size, may let them show");
        }
        return right;
    }

    /** How far all checks are, on a terminal. */
    private static final class Bar implements AutoCloseable {

        private final Terminal terminal;
        private final ProgressBar bar;
        private final Map<String, Integer> told = new ConcurrentHashMap<>();

        Bar(Terminal terminal, boolean quiet, String name, int checks) {
            this.terminal = terminal;
            this.bar = quiet || !terminal.interactive() ? null
                    : ProgressLine.bar(terminal, name, (long) STEPS * checks);
        }

        /** Shows which share of a check is done. */
        void show(ConfigurationCheck check, double share) {
            int now = (int) (STEPS * share);
            Integer before = bar == null ? null : told.put(check.name(), now);
            if (bar != null && now > (before == null ? 0 : before)) {
                bar.stepBy(now - (before == null ? 0 : before));
            }
        }

        /** Makes room for other lines. */
        void clear() {
            if (bar != null) {
                terminal.eraseLine();
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
