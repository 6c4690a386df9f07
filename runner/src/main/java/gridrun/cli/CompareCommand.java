package gridrun.cli;

import gridrun.contrast.Answers;
import gridrun.contrast.Contrast;
import gridrun.contrast.ContrastText;
import gridrun.contrast.Side;
import gridrun.metric.DataPart;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.metric.Vocabulary;
import gridrun.report.FigureNames;
import gridrun.report.Format;
import gridrun.report.Objective;
import gridrun.result.StoredResults;
import gridrun.store.Run;
import gridrun.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** {@code compare A B}: what differs between two sweeps, configurations or runs, and in what they come to. */
final class CompareCommand implements Command {

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String synopsis() {
        return "compare A [key=value ...] B [key=value ...]";
    }

    @Override
    public String meaning() {
        return "what differs between two sweeps, configurations or runs: settings, and results by the paired test; "
                + "between two runs that kept their predictions McNemar's test, too. A and B are experiments or the "
                + "beginnings of identities; key=value says which of their runs";
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.FORMAT, CommonOptions.METRIC, CommonOptions.WHEN, CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) throws IOException {
        Format format = CommonOptions.format(arguments);
        When when = CommonOptions.when(arguments);
        List<List<String>> named = named(arguments.words());
        List<Optional<String>> names = named.stream().map(words -> ExperimentName.of(words.get(0), terminal)).toList();
        if (names.stream().anyMatch(Optional::isEmpty)) {
            return Exit.BAD_INPUT;
        }
        try (Store store = CommonOptions.storeToRead(arguments)) {
            Side a = side("A", store, names.get(0).orElseThrow(), named.get(0), when);
            Side b = side("B", store, names.get(1).orElseThrow(), named.get(1), when);
            Contrast contrast = Contrast.of(a, b, objectives(arguments, a, b));
            boolean runs = a.runs().size() == 1 && b.runs().size() == 1;
            terminal.out().print(new ContrastText(contrast, runs ? Answers.of(store, a, b) : null)
                    .in(format, terminal.tableWidth(), terminal.unicode()));
            terminal.out().flush();
        }
        return Exit.DONE;
    }

    /** Each name with the conditions that follow it. */
    private static List<List<String>> named(List<String> words) {
        List<List<String>> named = new ArrayList<>();
        for (String word : words) {
            if (!RunChoice.isCondition(word)) {
                named.add(new ArrayList<>());
            } else if (named.isEmpty()) {
                throw new UsageException("'%s' follows no name; each of the two is a name and then its conditions"
                        .formatted(word));
            }
            named.get(named.size() - 1).add(word);
        }
        if (named.size() != 2) {
            throw new UsageException("compare takes two experiments, configurations or runs, each by its name, its "
                    + "file or an identity; key=value after a name says which of its runs: "
                    + "compare lr-sweep learning_rate=0.1 lr-sweep learning_rate=0.05");
        }
        return named;
    }

    private static Side side(String letter, Store store, String name, List<String> words, When when) {
        SweepChoice choice = SweepChoice.of(store, name, words.subList(1, words.size()), when);
        List<Run> present = choice.runs().stream().filter(run -> !run.superseded()).toList();
        List<Run> ended = (present.isEmpty() ? choice.runs() : present).stream()
                .filter(run -> run.outcome().isPresent()).toList();
        if (ended.isEmpty()) {
            throw new UsageException("no run of '%s' has ended yet".formatted(String.join(" ", words)));
        }
        return new Side(letter, choice.sweep(), ended);
    }

    /** What is asked for; without it what A is ranked by, and between two configurations others of that moment. */
    private static List<Objective> objectives(Arguments arguments, Side a, Side b) {
        Objective ranked = StoredResults.objective(a.sweep());
        List<Run> runs = Stream.concat(a.runs().stream(), b.runs().stream()).toList();
        List<Quantity> figures = CommonOptions.figures(arguments, runs).orElseGet(() -> {
            boolean two = Stream.of(a, b).allMatch(
                    side -> side.runs().stream().map(Run::configId).distinct().count() == 1);
            return Stream.concat(Stream.of(ranked.ranked()), two ? beside(ranked, runs) : Stream.empty()).distinct()
                    .toList();
        });
        return figures.stream().map(figure -> FigureNames.objective(figure, ranked)).toList();
    }

    /** The other figures of the same part and moment, and those of the test part. */
    private static Stream<Quantity> beside(Objective ranked, List<Run> runs) {
        Moment moment = ranked.ranked().moment();
        DataPart part = DataPart.of(ranked.metric());
        Set<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.summary().keySet()));
        return names.stream().filter(Quantity::hasMoment).map(Quantity::of)
                .filter(figure -> Vocabulary.named(figure.metric()).isPresent())
                .filter(figure -> figure.moment() == Moment.TEST
                        || figure.moment() == moment && DataPart.of(figure.metric()) == part);
    }
}
