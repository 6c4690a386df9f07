package gridrun.cli;

import gridrun.data.DataLoader;
import gridrun.data.DataLost;
import gridrun.execute.CompilerDirective;
import gridrun.experiment.Experiment;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Plan;
import gridrun.report.JUnit;
import gridrun.session.Conclusion;
import gridrun.session.Session;
import gridrun.session.SessionOptions;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.tracking.TrackingServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** Runs experiment files: checks all of them, then one after the other. */
final class RunCommand implements Command {

    /** Of more runs, what surrounds training is worth the optimizing compiler's time, too. */
    private static final int MOST_BRIEF = 1_000;

    /** A file that is right, with what it asks for. */
    private record Ready(String file, Plan plan) {

        Experiment experiment() {
            return plan.experiment();
        }

        PlanText text(Terminal terminal, RunCommandOptions options) {
            return new PlanText(terminal, plan, options.concurrency().jobs());
        }

        /** Its runs as they stand now. */
        List<Run> runs(Session session) {
            Map<String, Run> known = plan.with(session.store(), run -> true).known();
            return plan.jobs().stream().map(job -> known.get(job.runKey())).filter(Objects::nonNull).toList();
        }

        /** Checks that its runs fit into the memory. */
        void checkMemory(RunCommandOptions options) {
            try {
                plan.checkMemory(options.concurrency().jobs());
            } catch (Plan.TooLarge e) {
                throw new UsageException("%s: %s%n1 error, nothing was run. %s"
                        .formatted(file, e.getMessage(), e.help()));
            }
        }
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String synopsis() {
        return "FILE... [key=value ...]";
    }

    @Override
    public String meaning() {
        return "run the experiments";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(
                Arguments.option("dry-run", null,
                        "show the plan, its cost and its time; contacts no server, creates nothing"),
                Arguments.option("validate", null, "check the files and do nothing else"),
                Arguments.option("render", null, "print the file resolved: every value, and where it comes from")));
        options.addAll(ExperimentFiles.OPTIONS);
        options.addAll(RunCommandOptions.KNOWN);
        options.addAll(List.of(CommonOptions.TRACKING_URI, CommonOptions.DATA_DIR, CommonOptions.RESULTS_DIR,
                Arguments.option("help", null, "this text"),
                Arguments.option("version", null, "the versions of Gridrun and Java")));
        return options;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) throws Exception {
        if (arguments.has("help")) {
            Help.print(terminal.out());
            return Exit.DONE;
        }
        if (arguments.has("version")) {
            terminal.out().printf("gridrun %s, Java %s, %s%n", version(), Runtime.version(),
                    KernelChoice.best().create().description());
            return Exit.DONE;
        }
        RunCommandOptions options = RunCommandOptions.of(arguments);
        boolean stores = !arguments.has("validate") && !arguments.has("render");
        Optional<List<Ready>> ready = stores ? checkAndLoad(arguments, terminal) : check(arguments, terminal);
        if (ready.isEmpty()) {
            return Exit.BAD_INPUT;
        }
        ready.get().forEach(file -> file.checkMemory(options));
        if (arguments.has("render")) {
            return render(ready.get(), terminal);
        }
        if (arguments.has("dry-run")) {
            double started = secondsSinceStart();
            DryRun dry = new DryRun(arguments, options, terminal);
            for (Ready file : ready.get()) {
                dry.show(file.plan(), started);
                started = 0; // the next is estimated as part of the same command
            }
        } else if (arguments.has("validate") && !options.quiet()) {
            ready.get().forEach(file -> {
                PlanText plan = file.text(terminal, options);
                terminal.out().println(file.file() + " is right: " + plan.headline());
                plan.printNotes();
                plan.printData();
            });
        }
        return arguments.has("validate") || arguments.has("dry-run")
                ? Exit.DONE : act(ready.get(), options, arguments, terminal, interruption);
    }

    /** Loads the store's driver while the files are checked, which takes longer. */
    private static Optional<List<Ready>> checkAndLoad(Arguments arguments, Terminal terminal)
            throws InterruptedException {
        Thread loading = Store.loadAhead();
        try {
            return check(arguments, terminal);
        } finally {
            loading.join(); // else a command that ends at once would leave behind what it unpacks
        }
    }

    /** Since the process was started; 0 where the system does not tell. */
    private static double secondsSinceStart() {
        return ProcessHandle.current().info().startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis() / 1e3).orElse(0.0);
    }

    private static int render(List<Ready> ready, Terminal terminal) {
        if (ready.size() > 1) {
            throw new UsageException("--render takes one file: what it prints is one, too");
        }
        terminal.out().print(ready.get(0).experiment().resolved().text());
        terminal.out().flush();
        return Exit.DONE;
    }

    private static int act(List<Ready> ready, RunCommandOptions options, Arguments arguments, Terminal terminal,
            Interruption interruption) throws IOException, InterruptedException {
        Set<Optional<String>> asked = ready.stream()
                .map(file -> CommonOptions.tracking(arguments, file.experiment().tracking()))
                .collect(Collectors.toSet());
        if (options.requireTracking() && asked.contains(Optional.of(TrackingServer.NONE))) {
            throw new UsageException("--require-tracking and tracking 'none' exclude each other");
        }
        if (ready.stream().mapToInt(file -> file.plan().jobs().size()).sum() <= MOST_BRIEF) {
            CompilerDirective.SURROUNDINGS_ARE_BRIEF.ask();
        }
        DataLoader loader = ExperimentFiles.loader(ready.stream().map(Ready::experiment).toList(), arguments, terminal);
        if (arguments.has("check-gradients")) {
            GradientReview review = new GradientReview(loader, options.concurrency().jobs(), terminal, interruption);
            for (Ready file : ready) {
                if (!review.isRight(file.experiment(), options.quiet())) {
                    return Exit.RUN_FAILED;
                }
            }
        }
        int code = Exit.DONE;
        List<JUnit.Suite> suites = new ArrayList<>();
        SessionOptions wanted = options.session(arguments, interruption);
        try (Session session = open(wanted, new SessionText(terminal, options), loader)) {
            try {
                for (Ready file : ready) {
                    if (!interruption.requested()) {
                        code = Exit.worse(code, run(file, session, options, terminal, suites));
                    }
                }
            } finally { // whatever ended it, what is done is told
                if (options.junit().isPresent()) {
                    code = Exit.worse(code, options.junit().get().write(JUnit.xml(suites), terminal));
                }
            }
        }
        return interruption.requested() ? Exit.INTERRUPTED : code;
    }

    /** Runs a file. That its data were lost is no reason to leave those that follow, which may have others. */
    private static int run(Ready file, Session session, RunCommandOptions options, Terminal terminal,
            List<JUnit.Suite> suites) throws IOException {
        long beganMs = System.currentTimeMillis();
        CaseReport report = new CaseReport(options.divergence(), session.store());
        try {
            Conclusion conclusion = session.run(file.plan());
            if (options.junit().isPresent()) {
                suites.add(report.suite(conclusion, beganMs));
            }
            return code(conclusion, options, terminal);
        } catch (DataLost e) {
            List<Run> runs = file.runs(session);
            terminal.err().printf("%s: %s%n%d of %d runs have ended%n", file.file(), e.getMessage(),
                    runs.stream().filter(run -> run.outcome().isPresent()).count(), runs.size());
            if (options.junit().isPresent()) {
                suites.add(report.suite(file.experiment(), runs, e, beganMs));
            }
            return Exit.RUN_FAILED;
        }
    }

    /** @throws UsageException where there can be no results, so that nothing was run */
    private static Session open(SessionOptions options, SessionText text, DataLoader loader) {
        try {
            return Session.open(options, text, loader);
        } catch (StoreException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static int code(Conclusion conclusion, RunCommandOptions options, Terminal terminal) {
        int code = new ConclusionText(terminal, conclusion, options.divergence()).code();
        boolean owed = conclusion.publication().filter(publication -> !publication.isComplete()).isPresent();
        return owed && options.requireTracking() ? Exit.worse(code, Exit.NOT_DELIVERED) : code;
    }

    /** Reads all files; empty, with all mistakes told, where any is wrong. */
    private static Optional<List<Ready>> check(Arguments arguments, Terminal terminal) {
        return ExperimentFiles.read(arguments, terminal).map(experiments -> experiments.entrySet().stream()
                .map(file -> new Ready(file.getKey(), Plan.of(file.getValue()))).toList());
    }

    private static String version() {
        String version = RunCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
