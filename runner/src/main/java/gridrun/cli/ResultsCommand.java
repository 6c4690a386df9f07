package gridrun.cli;

import gridrun.config.Problems;
import gridrun.execute.Results;
import gridrun.experiment.Experiment;
import gridrun.report.Format;
import gridrun.report.Report;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code results NAME|FILE}: the results again, from the store alone. */
final class ResultsCommand implements Command {

    @Override
    public String name() {
        return "results";
    }

    @Override
    public String synopsis() {
        return "results FILE|NAME";
    }

    @Override
    public String meaning() {
        return "the results again, from the store; needs neither server nor data";
    }

    @Override
    public List<Option> options() {
        return List.of(Settings.FORMAT, Settings.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) {
        if (arguments.words().size() != 1) {
            throw new UsageException("results needs one experiment: its name or its file");
        }
        Format format = Settings.format(arguments);
        Optional<String> named = experiment(arguments.words().get(0), terminal);
        if (named.isEmpty()) {
            return Exit.BAD_INPUT;
        }
        String experiment = named.get();
        try (Store store = Settings.store(arguments)) {
            Sweep sweep = store.sweeps(experiment).stream().findFirst().orElseThrow(() -> new UsageException(
                    "results: nothing is known about '%s' in %s".formatted(experiment, Settings.results(arguments))));
            List<Run> runs = store.runs(sweep.sweepId());
            Report report = Results.report(sweep, runs);
            terminal.out().print(format == Format.TABLE
                    ? report.table(terminal.width(), terminal.unicode()) : report.in(format));
            terminal.out().flush();
            long unfinished = runs.size() - report.runs().size();
            if (unfinished > 0) {
                terminal.err().printf("%d of %d runs have not ended yet.%n", unfinished, runs.size());
            }
        }
        return Exit.DONE;
    }

    /** The experiment that a file or a name means; empty, with the mistakes told, for a file that is not right. */
    private static Optional<String> experiment(String word, Terminal terminal) {
        Path file = Path.of(word);
        if (!Files.exists(file)) {
            return Optional.of(word);
        }
        Problems problems = new Problems();
        Optional<String> name = Experiment.read(file, List.of(), false, problems).map(Experiment::name);
        if (name.isEmpty()) {
            terminal.err().print(problems.render());
        }
        return name;
    }
}
