package gridrun.cli;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.DatasetSpec;
import gridrun.data.Download;
import gridrun.execute.Job;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.kernel.KernelChoice;
import gridrun.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return List.of(
                Arguments.option("dry-run", null, "show the plan; contacts no server, creates nothing"),
                Arguments.option("validate", null, "check the files and do nothing else"),
                Arguments.option("smoke", null, "apply the file's smoke settings; the experiment is NAME-smoke"),
                Arguments.option("jobs", "N", "runs at a time (default: the number of cores)"),
                Settings.TRACKING_URI, Settings.DATA_DIR, Settings.RESULTS_DIR,
                Arguments.option("help", null, "this text"),
                Arguments.option("version", null, "the versions of Gridrun and Java"));
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
        int jobs = arguments.positive("jobs", Runtime.getRuntime().availableProcessors());
        Optional<List<Ready>> ready = check(arguments, jobs, terminal);
        if (ready.isEmpty()) {
            return Exit.BAD_INPUT;
        }
        ready.get().forEach(file -> file.plan().checkMemory(file.file()));
        return arguments.has("validate") ? Exit.DONE : act(ready.get(), jobs, arguments, terminal, interruption);
    }

    private static int act(List<Ready> ready, int jobs, Arguments arguments, Terminal terminal,
                           Interruption interruption) throws IOException, InterruptedException {
        DataLoader loader = new DataLoader(
                new DataDirectory(Settings.data(arguments), new Download(terminal.err()::println)));
        if (arguments.has("dry-run")) {
            for (Ready file : ready) {
                terminal.out().println(file.plan().headline());
                file.plan().printSummary();
                file.plan().printRuns();
            }
            return Exit.DONE;
        }
        for (Ready file : ready) {
            for (DatasetSpec data : file.experiment().runs().stream().map(RunSpec::data).distinct().toList()) {
                loader.prepare(data);
            }
        }
        if (KernelChoice.best().reason() != null) {
            terminal.err().println(KernelChoice.best().reason());
        }
        int code = Exit.DONE;
        try (Store store = Store.open(Settings.results(arguments))) {
            store.reconcile(System.currentTimeMillis());
            for (Ready file : ready) {
                Session session = new Session(store, loader, jobs, arguments, terminal, interruption);
                code = Exit.worse(code, session.run(
                        file.file(), file.experiment(), Job.of(file.experiment()), file.plan()));
                if (interruption.requested()) {
                    return Exit.INTERRUPTED;
                }
            }
        }
        return code;
    }

    /** Reads all files; empty, with all mistakes told, where any is wrong. */
    private static Optional<List<Ready>> check(Arguments arguments, int jobs, Terminal terminal) {
        List<String> files = new ArrayList<>();
        List<String> overrides = new ArrayList<>();
        for (String word : arguments.words()) {
            (word.contains("=") || word.startsWith("~") ? overrides : files).add(word);
        }
        if (files.isEmpty()) {
            throw new UsageException("which experiment? For example:\n  java -jar runner.jar experiments/lr-sweep.yaml\n"
                    + "--help tells more.");
        }
        Problems problems = new Problems();
        List<Ready> ready = new ArrayList<>();
        for (String file : files) {
            Experiment.read(Path.of(file), overrides, arguments.has("smoke"), problems)
                    .ifPresent(experiment -> ready.add(
                            new Ready(file, experiment, new PlanText(terminal, experiment, jobs))));
        }
        if (!problems.isEmpty()) {
            terminal.err().print(problems.render());
            return Optional.empty();
        }
        return Optional.of(ready);
    }

    private static String version() {
        String version = RunCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
