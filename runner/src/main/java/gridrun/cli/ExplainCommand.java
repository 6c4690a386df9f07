package gridrun.cli;

import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.observed.StepTables;
import gridrun.page.StepPage;
import gridrun.report.Figures;
import gridrun.train.FirstStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code explain FILE}: the first training step of a small network with all of its numbers, for lessons. */
final class ExplainCommand implements Command {

    private static final int EXAMPLES = 3;
    private static final int MOST_EXAMPLES = 100;

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String synopsis() {
        return "explain FILE [key=value ...]";
    }

    @Override
    public String meaning() {
        return "one forward and backward pass and the update of a small network, with every value, derivative and "
                + "change as numbers; --output writes a page with the network drawn";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(ExperimentFiles.OPTIONS);
        options.addAll(List.of(Arguments.option("examples", "N",
                "show so many examples of the first batch (default: %d)".formatted(EXAMPLES)),
                Arguments.option("output", "FILE", "write a page for a browser there instead of printing"),
                CommonOptions.DATA_DIR));
        return options;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) throws IOException {
        int examples = arguments.positive("examples", MOST_EXAMPLES, EXAMPLES);
        Optional<OutputFile> output = arguments.value("output").map(text -> OutputFile.of("output", text));
        Optional<Map<String, Experiment>> experiments = ExperimentFiles.read(arguments, terminal);
        if (experiments.isEmpty()) {
            return Exit.BAD_INPUT;
        }
        if (experiments.get().size() != 1) {
            throw new UsageException("explain takes one experiment file");
        }
        Experiment experiment = experiments.get().values().iterator().next();
        RunSpec run = experiment.runs().get(0);
        DataLoader loader = ExperimentFiles.loader(experiments.get().values(), arguments, terminal);
        FirstStep step;
        try {
            step = FirstStep.of(run.architecture(), run.train(),
                    loader.load(run.data(), run.seeds(), run.fold()).train().data(), run.beginning(), run.course(),
                    examples);
        } catch (FirstStep.TooLarge e) {
            throw new UsageException("%s: %s".formatted(experiment.name(), e.getMessage()));
        }
        String title = "The first step of " + (run.name().equals(experiment.name()) ? run.name()
                : experiment.name() + ", " + run.name());
        String note = note(step, experiment);
        if (output.isPresent()) {
            return output.get().write(StepPage.of(title, note, step).getBytes(StandardCharsets.UTF_8), terminal);
        }
        terminal.out().println(title);
        terminal.out().println(note);
        terminal.out().print(StepTables.of(step).text(terminal.unicode()));
        terminal.out().flush();
        return Exit.DONE;
    }

    private static String note(FirstStep step, Experiment experiment) {
        int shown = step.examples();
        String which = shown == step.batch() ? "Its batch of %s".formatted(Figures.counted(shown, "example"))
                : "The first %s of its batch of %d".formatted(Figures.counted(shown, "example"), step.batch());
        return "%s%s, computed in float64. A row is an example; docs/math_derivations.md has the notation.".formatted(
                which, experiment.runs().size() == 1 ? ""
                        : ", of the first of %d runs".formatted(experiment.runs().size()));
    }
}
