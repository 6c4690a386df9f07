package gridrun.cli;

import gridrun.component.Check;
import gridrun.config.FilePath;
import gridrun.data.DataDirectory;
import gridrun.metric.Quantity;
import gridrun.plot.PictureFormat;
import gridrun.report.FigureNames;
import gridrun.report.Format;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.tracking.ManagedServer;
import gridrun.tracking.TrackingServer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** The options that several commands share, and where they point. */
final class CommonOptions {

    static final Option RESULTS_DIR = Arguments.option("results-dir", "DIR",
            "where results are kept (GRIDRUN_RESULTS_DIR; default: results)");
    static final Option DATA_DIR = Arguments.option("data-dir", "DIR",
            "where data files are (GRIDRUN_DATA_DIR; default: the user's cache directory)");
    static final Option TRACKING_URI = Arguments.option("tracking-uri", "URI",
            "the MLflow server to publish to, with a path or a login where it has them (MLFLOW_TRACKING_URI; "
                    + "MLFLOW_TRACKING_USERNAME and the like let in); none for no server");

    static final Option FORMAT = Arguments.option("format", "FORMAT", "table (default), csv, json or md");

    static final Option WHEN = Arguments.option("when", "TIME",
            "of sweeps planned then: today, yesterday, a day as 2026-11-27, or not longer ago than 30m, 2h, 7d");

    static final Option METRIC = Arguments.option("metric", "NAMES",
            "figures to show, as val_loss,test_accuracy; a bare metric in the epoch in which the ranked one is best");

    private CommonOptions() {
    }

    static Path results(Arguments arguments) {
        return path("results-dir", arguments.value("results-dir", "GRIDRUN_RESULTS_DIR").orElse("results"));
    }

    /**
     * Opens the store of the results directory.
     *
     * @throws UsageException where that cannot be, so that nothing was run
     */
    static Store store(Arguments arguments) {
        try {
            return Store.open(results(arguments));
        } catch (StoreException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * Opens the store of the results directory to be read alone.
     *
     * @throws UsageException where that cannot be
     */
    static Store storeToRead(Arguments arguments) {
        try {
            return Store.read(results(arguments));
        } catch (StoreException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * What {@code --plots} says of the format of pictures; PNG in any case.
     *
     * @throws UsageException where there is no such format
     */
    static Set<PictureFormat> formats(Arguments arguments) {
        Set<PictureFormat> formats = EnumSet.of(PictureFormat.PNG);
        arguments.value("plots").filter(word -> !word.isEmpty()).ifPresent(word -> formats.add(
                Stream.of(PictureFormat.values()).filter(format -> format.word().equals(word)).findFirst()
                        .orElseThrow(() -> new UsageException("--plots: '%s' is no format of pictures; they are drawn "
                                .formatted(word) + "as png, and with svg as SVG beside it"))));
        return formats;
    }

    static Path data(Arguments arguments) {
        Optional<String> given = arguments.value("data-dir");
        return DataDirectory.locate(given.map(text -> path("data-dir", text)).orElse(null), arguments.environment());
    }

    /**
     * Where runs are to be brought: an address as it was given, {@code none}, or empty for the usual server. An
     * environment variable that is empty is none, as everywhere; an option that is empty is a mistake. A login may be
     * in it, so it is not for showing.
     *
     * @param ofFile what the experiment file says, or null
     * @throws UsageException where it can be no server's address, or MLflow's variables cannot be used, so that nothing
     *     was run
     */
    static Optional<String> tracking(Arguments arguments, String ofFile) {
        boolean option = arguments.has("tracking-uri");
        Optional<String> asked = option || ofFile == null
                ? arguments.value("tracking-uri", "MLFLOW_TRACKING_URI") : Optional.of(ofFile);
        if (asked.filter(TrackingServer.NONE::equals).isPresent()) {
            return asked;
        }
        try {
            TrackingServer.check(asked, arguments.environment());
        } catch (Check.Invalid e) {
            throw new UsageException(e.component().startsWith("MLFLOW_") ? e.component() + ": " + e.reason()
                    : "%s: %s; 'none' publishes nowhere".formatted(
                            option ? "--tracking-uri" : "MLFLOW_TRACKING_URI", e.reason()));
        }
        return asked;
    }

    static ManagedServer managedServer(Arguments arguments, Terminal terminal) {
        Consumer<String> notes = arguments.has("quiet") ? note -> {} : terminal.err()::println;
        return new ManagedServer(results(arguments), arguments.environment(), notes);
    }

    /**
     * The format that results are asked for in.
     *
     * @throws UsageException for one that there is not
     */
    static Format format(Arguments arguments) {
        try {
            return Format.of(arguments.value("format").orElse("table"));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--format: " + e.getMessage());
        }
    }

    /**
     * The figures that are asked for; empty where that was not said.
     *
     * @throws UsageException for one that no run has
     */
    static Optional<List<Quantity>> figures(Arguments arguments, List<Run> runs) {
        return arguments.value("metric").map(names -> Stream.of(names.split(",", -1))
                .map(name -> figure("metric", name, runs)).distinct().toList());
    }

    /**
     * The figure of a name.
     *
     * @throws UsageException where no run has it
     */
    static Quantity figure(String option, String name, List<Run> runs) {
        try {
            return FigureNames.known(name, runs);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--%s: %s".formatted(option, e.getMessage()));
        }
    }

    /** The times that are asked for; null for any. */
    static When when(Arguments arguments) {
        return arguments.value("when").map(text -> When.parse(text, Clock.system(ZoneId.systemDefault()))).orElse(null);
    }

    static Path path(String option, String text) {
        if (text.isBlank()) {
            throw new UsageException("--%s: '%s' is not a path".formatted(option, text));
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("--%s: '%s' is not a path: %s".formatted(option, text, FilePath.reason(e)));
        }
    }
}
