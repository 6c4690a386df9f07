package gridrun.cli;

import gridrun.execute.ForwardingListener;
import gridrun.execute.RunListener;
import gridrun.kernel.choice.KernelChoice;
import gridrun.metric.Quantity.Moment;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.report.RaceText;
import gridrun.session.Conclusion;
import gridrun.session.Publication;
import gridrun.session.SessionListener;
import gridrun.session.StepSurvey;
import gridrun.store.Deliveries;
import gridrun.tracking.ProgressListener;
import java.util.List;
import java.util.Optional;

/** Tells on the terminal how experiments go, one after the other. */
final class SessionText implements SessionListener, ForwardingListener {

    private final Terminal terminal;
    private final RunCommandOptions options;
    private final ProgressListener publishing;
    private boolean toldWhySlow;
    /** Of the runs that are being trained; null while none are. */
    private volatile Progress progress;

    SessionText(Terminal terminal, RunCommandOptions options) {
        this.terminal = terminal;
        this.options = options;
        this.publishing = PublishText.progress(terminal);
    }

    @Override
    public void planned(Plan plan) {
        if (!plan.toDo().isEmpty()) {
            tellWhySlow(plan.kernels());
        }
        if (!options.quiet()) {
            PlanText text = new PlanText(terminal, plan, options.concurrency().jobs());
            terminal.out().printf("%s (%s)%n", text.headline(), text.counts());
            text.printSummary();
        }
    }

    /** Once, however many files there are. */
    private void tellWhySlow(KernelChoice kernels) {
        if (kernels.reason() != null && !toldWhySlow) {
            terminal.err().println(kernels.reason());
            toldWhySlow = true;
        }
    }

    @Override
    public void trainingBegan(Plan plan, Concurrency concurrency) {
        String note = concurrency.note(Runtime.getRuntime().availableProcessors());
        if (note != null) {
            noted(note);
        }
        String metric = plan.experiment().metric().quantity().at(Moment.BEST).metric();
        progress = new Progress(terminal, options.quiet(), plan.experiment().name(), metric,
                plan.jobs().size() - plan.toDo().size(), plan.jobs().size(), plan.epochs());
    }

    @Override
    public void looked(Plan plan) {
        plan.race().ifPresent(race -> noted("race: " + RaceText.state(race)));
    }

    @Override
    public void reused(Plan plan, List<String> lines) {
        if (!options.quiet()) {
            new PlanText(terminal, plan, options.concurrency().jobs()).printReuse(lines);
        }
    }

    @Override
    public RunListener next() {
        return progress;
    }

    @Override
    public void warned(String line) {
        Progress bar = progress;
        if (bar == null) {
            terminal.err().println(line);
        } else {
            bar.warned(line);
        }
    }

    @Override
    public void trainingEnded() {
        progress.close();
        progress = null;
    }

    @Override
    public void concluded(Conclusion conclusion) {
        new ConclusionText(terminal, conclusion, options.divergence()).tell();
    }

    @Override
    public void timing(Job job, int seconds) {
        tellWhySlow(KernelChoice.best()); // however little there was to train
        noted("timing the steps of %s for %d seconds; what is recorded of it stands"
                .formatted(job.spec().name(), seconds));
    }

    @Override
    public void profiled(StepSurvey survey) {
        SurveyText.tell(survey, terminal);
    }

    @Override
    public void publishing(Deliveries.Owed owed, Optional<String> trouble) {
        if (!options.quiet()) {
            publishing.progress(owed, trouble);
        }
    }

    @Override
    public void published(Publication publication) {
        publication.report().ifPresent(report -> PublishText.tell(report, terminal));
        publication.trouble().ifPresent(trouble -> terminal.err().println(
                trouble + "\nThe results are in the store; 'publish' brings them to MLflow later."));
    }

    @Override
    public void noted(String line) {
        if (!options.quiet()) {
            terminal.err().println(line);
        }
    }
}
