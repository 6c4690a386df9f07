package gridrun.cli;

import gridrun.artifact.Projections;
import gridrun.artifact.RunPictures;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.effect.Components;
import gridrun.effect.ComponentsText;
import gridrun.effect.Effects;
import gridrun.effect.EffectsText;
import gridrun.execute.Drawing;
import gridrun.execute.SweepReport;
import gridrun.experiment.PlotPolicy;
import gridrun.metric.MeanLoss;
import gridrun.report.FigureNames;
import gridrun.report.Figures;
import gridrun.report.Format;
import gridrun.report.Objective;
import gridrun.report.Report;
import gridrun.result.StoredResults;
import gridrun.store.Detail;
import gridrun.store.MetricValue;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** {@code results [NAME|FILE|ID]}: the results again, from the store alone; without a name the sweeps there are. */
final class ResultsCommand implements Command {

    private static final int MOST_LISTED = 8;

    @Override
    public String name() {
        return "results";
    }

    @Override
    public String synopsis() {
        return "results [FILE|NAME|ID] [key=value ...]";
    }

    @Override
    public String meaning() {
        return "the results again, from the store; needs neither server nor data. ID is the beginning of a sweep's, a "
                + "configuration's or a run's identity; without any of them, the sweeps there are";
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.FORMAT, CommonOptions.WHEN,
                Arguments.option("effects", null, "how much of the variance each axis explains, beside the seeds, and "
                        + "the averages by one axis over the rest"),
                Arguments.option("spread", null, "where the spread comes from, if data, split, init or order have "
                        + "seeds of their own"),
                CommonOptions.METRIC,
                Arguments.option("sort", "NAME", "rank and compare by this figure, not by the file's"),
                Arguments.option("by", "WHAT", "what a line of csv and an object of json is: a run (default), or a "
                        + "configuration with its comparison"),
                Arguments.option("superseded", null,
                        "those that the newest plan left out: of other data, another engine, other settings or a "
                                + "race's further seeds"),
                Arguments.perhaps("plots", "svg",
                        "first draw the pictures that runs do not have yet; with svg as SVG, too"),
                CommonOptions.DATA_DIR, CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) {
        Format format = CommonOptions.format(arguments);
        When when = CommonOptions.when(arguments);
        List<String> conditions = arguments.words().stream().filter(RunChoice::isCondition).toList();
        List<String> names = arguments.words().stream().filter(word -> !RunChoice.isCondition(word)).toList();
        if (names.size() > 1 || names.isEmpty() && !conditions.isEmpty()) {
            throw new UsageException("results takes one experiment: its name, its file, or an identity");
        }
        Optional<String> named = names.isEmpty() ? Optional.of("") : ExperimentName.of(names.get(0), terminal);
        if (named.isEmpty()) {
            return Exit.BAD_INPUT;
        }
        boolean drawn = true;
        try (Store store = CommonOptions.storeToRead(arguments)) {
            if (names.isEmpty()) {
                list(store, when, format, terminal);
            } else {
                // What is drawn needs all that a run has.
                Function<String, List<Run>> read = arguments.has("plots") ? store::runs
                        : sweep -> store.runs(sweep, Detail.REPORTED);
                SweepChoice choice = SweepChoice.of(store, read, named.get(), conditions, when);
                if (arguments.has("plots")) {
                    drawn = draw(store, choice, arguments, terminal, interruption);
                }
                show(store, choice, arguments, format, terminal);
            }
            terminal.out().flush();
        }
        return drawn ? Exit.DONE : Exit.RUN_FAILED;
    }

    private static void list(Store store, When when, Format format, Terminal terminal) {
        List<Sweep> sweeps = store.sweeps().stream().filter(sweep -> when == null || when.has(sweep)).toList();
        if (sweeps.isEmpty() && format == Format.TABLE) {
            terminal.out()
                    .println("There are no results in " + store.directory() + (when == null ? "." : " of that time."));
            return;
        }
        terminal.out().print(StoredResults.list(store, sweeps, SweepChoice::date).in(format, terminal.tableWidth(),
                terminal.unicode()));
    }

    /** Returns whether nothing went wrong; what another command is at work on is left to that. */
    private static boolean draw(Store store, SweepChoice choice, Arguments arguments, Terminal terminal,
            Interruption interruption) {
        DataLoader loader = new DataLoader(
                new DataDirectory(CommonOptions.data(arguments), new Download(terminal.err()::println)));
        AtomicBoolean wrong = new AtomicBoolean();
        Projections projections = new Projections(line -> {
            wrong.set(true);
            terminal.err().println(line);
        });
        Drawing drawing =
                new Drawing(store, choice.sweep(), loader, projections, CommonOptions.formats(arguments));
        List<Run> missing = drawing.missing(PlotPolicy.ALL, choice.runs());
        drawing.draw(missing, drawing.lacksOverview(), Runtime.getRuntime().availableProcessors(),
                interruption::requested);
        store.flush();
        new SweepReport(store, store.snapshot(choice.sweep().sweepId())).renew(projections);
        store.flush();
        long drawn = missing.stream().map(run -> store.run(run.runKey()).orElseThrow())
                .filter(run -> RunPictures.exist(store, choice.sweep(), run)).count();
        terminal.err().println(missing.isEmpty() ? "every run has its pictures"
                : "drawn: the pictures of %,d of %s that lacked them, in %s".formatted(drawn,
                        Figures.counted(missing.size(), "run"), Terminal.shown(store.directory().resolve("runs"))));
        if (wrong.get() && missing.stream().anyMatch(run -> store.lostFiles(run).stream()
                .anyMatch(file -> !RunPictures.isOne(file)))) {
            terminal.err().println("the experiment's command with --retry-failed trains again whatever lacks files");
        }
        return !wrong.get();
    }

    private static void show(Store store, SweepChoice choice, Arguments arguments, Format format, Terminal terminal) {
        if (arguments.has("effects")) {
            effects(asked(StoredResults.report(choice.sweep(), choice.runs()), arguments), format, terminal);
            return;
        }
        if (arguments.has("spread")) {
            spread(asked(StoredResults.report(choice.sweep(), choice.runs()), arguments), format, terminal);
            return;
        }
        if (arguments.has("superseded")) {
            superseded(StoredResults.superseded(choice.sweep(), choice.runs()), choice, arguments, format, terminal);
            return;
        }
        Report report = asked(choice.whole() ? StoredResults.underWay(choice.sweep(), choice.runs())
                : StoredResults.ofSome(choice.sweep(), choice.runs()), arguments);
        if (isByConfiguration(arguments) && isForPrograms(format)) {
            terminal.out().print(configurations(report, format));
            return;
        }
        terminal.out().print(format == Format.TABLE
                ? report.table(terminal.tableWidth(), terminal.unicode()) : report.in(format));
        if (format == Format.TABLE) {
            Effects.of(report.objective(), report.runs()).effects().ifPresent(effects -> terminal.out()
                    .print(new EffectsText(effects).below(terminal.width(), terminal.unicode())));
            Components.of(report.objective(), report.runs()).ifPresent(components -> terminal.out()
                    .print(new ComponentsText(components).below(terminal.width(), terminal.unicode())));
        }
        long left = choice.runs().stream().filter(Run::superseded).count();
        if (left > 0) {
            terminal.err().printf(
                    "%d run%s of other data, another engine, other settings or a race's further seeds, which the "
                            + "newest plan lacks, %s left out; --superseded shows %s%n",
                    left,
                    left == 1 ? "" : "s", left == 1 ? "is" : "are", left == 1 ? "it" : "them");
        }
        long unfinished = choice.runs().stream().filter(run -> run.outcome().isEmpty() && !run.superseded()).count();
        boolean atWork = choice.runs().stream().anyMatch(run -> run.outcome().isEmpty())
                && store.isWorkedOn(choice.sweep().sweepId());
        choice.runs().stream().filter(run -> run.state() == RunState.RUNNING).limit(MOST_LISTED)
                .forEach(run -> terminal.err().println((atWork ? "running: " : "cut off: ")
                        + soFar(store, choice.sweep(), run)));
        if (unfinished > 0) {
            terminal.err().printf("%d of %d runs have not ended yet%s%n", unfinished,
                    choice.runs().stream().filter(run -> !run.superseded()).count(),
                    atWork ? ""
                            : "; no command is at work on them, and the experiment's own goes on with them");
        }
        if (!choice.others().isEmpty()) {
            terminal.err()
                    .println("shown is " + SweepChoice.shown(choice.sweep())
                            + "; there are others, by their identity:\n"
                            + choice.others().stream().limit(MOST_LISTED).map(sweep -> "  " + SweepChoice.shown(sweep))
                                    .collect(Collectors.joining("\n"))
                            + (choice.others().size() > MOST_LISTED ? "\n  …" : ""));
        }
    }

    /** Runs that a newer plan left out: people see them one by one, and no comparison of them. */
    private static void superseded(Report runs, SweepChoice choice, Arguments arguments, Format format,
            Terminal terminal) {
        if (runs.runs().isEmpty()) {
            terminal.err().println("no newer plan left out a run of " + SweepChoice.shown(choice.sweep()));
        }
        Report alone = asked(StoredResults.oneByOne(runs), arguments);
        if (isForPrograms(format)) {
            terminal.out().print(isByConfiguration(arguments) ? configurations(alone, format)
                    : asked(runs, arguments).in(format));
        } else if (!runs.runs().isEmpty()) {
            terminal.out().print(format == Format.MD ? alone.ranked().markdown()
                    : alone.ranked().text(terminal.tableWidth(), terminal.unicode()));
        }
    }

    private static String configurations(Report report, Format format) {
        return format == Format.CSV ? report.configurations().csv() : report.configurations().json();
    }

    private static boolean isForPrograms(Format format) {
        return format == Format.CSV || format == Format.JSON;
    }

    /** The report with the figures that are asked for, and ranked by the one that is. */
    private static Report asked(Report report, Arguments arguments) {
        Objective objective = arguments.value("sort")
                .map(name -> FigureNames.objective(CommonOptions.figure("sort", name, report.runs()),
                        report.objective()))
                .orElse(report.objective());
        return report.rankedBy(CommonOptions.figures(arguments, report.runs())
                .map(figures -> objective.on(objective.terms().showing(figures))).orElse(objective));
    }

    private static boolean isByConfiguration(Arguments arguments) {
        String by = arguments.value("by").orElse("run");
        if (!List.of("run", "configuration").contains(by)) {
            throw new UsageException("--by: '%s' is not one of run, configuration".formatted(by));
        }
        return by.equals("configuration");
    }

    private static void effects(Report report, Format format, Terminal terminal) {
        Effects.Answer answer = Effects.of(report.objective(), report.runs());
        EffectsText text = new EffectsText(answer.effects().orElseThrow(() -> new UsageException(
                "--effects: " + answer.missing().orElse("nothing varies in this sweep"))));
        terminal.out().print(format == Format.TABLE
                ? text.table(terminal.tableWidth(), terminal.unicode()) : text.in(format));
    }

    private static void spread(Report report, Format format, Terminal terminal) {
        ComponentsText text = new ComponentsText(Components.of(report.objective(), report.runs()).orElseThrow(
                () -> new UsageException("--spread: it takes completed runs alone, with several seeds of data, "
                        + "split, init or order: sweep.seeds: {split: 3, init: 5}")));
        terminal.out().print(format == Format.TABLE
                ? text.table(terminal.tableWidth(), terminal.unicode()) : text.in(format));
    }

    /** How far a run is that has begun and not ended. */
    private static String soFar(Store store, Sweep sweep, Run run) {
        List<MetricValue> losses = store.metrics(run.runKey(), MeanLoss.NAME);
        String figures =
                run.summary().entrySet().stream().filter(figure -> figure.getKey().equals("final." + sweep.metric()))
                        .map(figure -> ", %s %s".formatted(sweep.metric(), Report.figure(figure.getValue())))
                        .collect(Collectors.joining());
        return losses.isEmpty() ? run.name()
                : "%s: epoch %d of %s%s".formatted(run.name(), losses.get(losses.size() - 1).step(),
                        run.params().getOrDefault("train.epochs", "?"), figures);
    }
}
