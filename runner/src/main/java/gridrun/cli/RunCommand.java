package gridrun.cli;

import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import gridrun.kernel.choice.KernelChoice;
import gridrun.report.JUnit;
import gridrun.store.Store;
import gridrun.tracking.TrackingServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** Runs experiment files: checks all of them, then one after the other. */
final class RunCommand implements Command {

    /** A file that is right, with what it asks for. */
    private record Ready(String file, Experiment experiment, PlanText plan) {
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
                Arguments.option("dry-run", null, "show the plan, its cost and its time; contacts no server, creates nothing"),
                Arguments.option("validate", null, "check the files and do nothing else"),
                Arguments.option("render", null, "print the file resolved: every value, and where it comes from")));
        options.addAll(ExperimentFiles.OPTIONS);
        options.addAll(RunOptions.KNOWN);
        options.addAll(List.of(Settings.TRACKING_URI, Settings.DATA_DIR, Settings.RESULTS_DIR,
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
        RunOptions options = RunOptions.of(arguments);
        Optional<List<Ready>> ready = check(arguments, options, terminal);
        if (ready.isEmpty()) {
            return Exit.BAD_INPUT;
        }
        ready.get().forEach(file -> file.plan().checkMemory(file.file()));
        if (arguments.has("render")) {
            return render(ready.get(), terminal);
        }
        if (arguments.has("dry-run")) {
            double started = secondsSinceStart();
            for (Ready file : ready.get()) {
                terminal.out().println(file.plan().headline());
                file.plan().printSummary();
                file.plan().printTime(options.concurrency(), started);
                file.plan().printRuns();
                started = 0; // the next is estimated as part of the same command
            }
        } else if (arguments.has("validate") && !options.quiet()) {
            ready.get().forEach(file -> {
                terminal.out().println(file.file() + " is right: " + file.plan().headline());
                file.plan().printData();
            });
        }
        return arguments.has("validate") || arguments.has("dry-run")
                ? Exit.DONE : act(ready.get(), options, arguments, terminal, interruption);
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

    private static int act(List<Ready> ready, RunOptions options, Arguments arguments, Terminal terminal,
                           Interruption interruption) throws IOException, InterruptedException {
        Set<Optional<String>> asked = ready.stream()
                .map(file -> Settings.tracking(arguments, file.experiment().tracking())).collect(Collectors.toSet());
        if (options.requireTracking() && asked.contains(Optional.of(TrackingServer.NONE))) {
            throw new UsageException("--require-tracking and tracking 'none' exclude each other");
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
        if (KernelChoice.best().reason() != null) {
            terminal.err().println(KernelChoice.best().reason());
        }
        int code = Exit.DONE;
        List<JUnit.Suite> suites = new ArrayList<>();
        try (Store store = Settings.store(arguments)) {
            store.reconcile(System.currentTimeMillis());
            for (Ready file : ready) {
                if (!interruption.requested()) {
                    Session session = new Session(store, loader, options, arguments, terminal, interruption);
                    code = Exit.worse(code, session.run(file.file(), file.experiment(), file.plan()));
                    suites.add(session.suite());
                }
            }
        }
        if (options.junit().isPresent()) {
            code = Exit.worse(code, options.junit().get().write(JUnit.xml(suites), terminal));
        }
        return interruption.requested() ? Exit.INTERRUPTED : code;
    }

    /** Reads all files; empty, with all mistakes told, where any is wrong. */
    private static Optional<List<Ready>> check(Arguments arguments, RunOptions options, Terminal terminal) {
        return ExperimentFiles.read(arguments, terminal).map(experiments -> experiments.entrySet().stream()
                .map(file -> new Ready(file.getKey(), file.getValue(),
                        new PlanText(terminal, file.getValue(), options.concurrency().jobs()))).toList());
    }

    private static String version() {
        String version = RunCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
