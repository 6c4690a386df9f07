package gridrun.artifact;

import gridrun.effect.Components;
import gridrun.effect.ComponentsText;
import gridrun.effect.Effects;
import gridrun.effect.EffectsText;
import gridrun.observed.Layers;
import gridrun.plot.LayerPlots;
import gridrun.plot.PictureFormat;
import gridrun.plot.Plot;
import gridrun.plot.Plots;
import gridrun.plot.TimePlots;
import gridrun.report.Compared;
import gridrun.report.Format;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.result.StoredResults;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.trained.TrainedNetwork;
import gridrun.trained.TrainedRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What a sweep leaves behind beside its runs: the table, the mean curves, and its best configuration as a file. */
public final class SweepFiles {

    private static final String TABLE = "results.csv";
    private static final String CURVES = "curves";

    private final Store store;
    private final Sweep sweep;
    private final Report report;
    private final Optional<Effects> effects;

    public SweepFiles(Store store, Sweep sweep, List<Run> runs) {
        this.store = store;
        this.sweep = sweep;
        this.report = StoredResults.report(sweep, runs);
        this.effects = Effects.of(report.objective(), report.runs()).effects();
    }

    /**
     * Whether the tables that were left behind are today's. Another metric to rank by changes them, and so do runs that
     * another sweep has trained.
     */
    public boolean areCurrent() {
        // What cannot be made is told when it is to be left behind.
        Map<String, byte[]> made = new Projections(line -> {}).files(sweep.experiment(), tables());
        return made.keySet().equals(tables().keySet()) && made.entrySet().stream()
                .allMatch(table -> DurableFiles.sha256(table.getValue())
                        .equals(recorded(sweep, table.getKey()).orElse(null)));
    }

    /** Whether a sweep has a table, and pictures of no other in all of these formats, drawn as they are drawn today. */
    public static boolean areDrawn(Sweep sweep, Set<PictureFormat> formats) {
        return PictureFiles.areThere(formats, CURVES, sweep.artifacts())
                && recorded(sweep, TABLE).map(table -> basis(sweep, table))
                        .equals(Optional.ofNullable(sweep.facts().get(Facts.PICTURES_OF)));
    }

    private static String basis(Sweep sweep, String table) {
        return "%s %s %s".formatted(Plots.VERSION, table, sweep.title());
    }

    /** Whether none of the pictures that were drawn is gone since, or cut short. */
    public static boolean havePictures(Store store, Sweep sweep) {
        return store.lostFiles(sweep).stream().noneMatch(Artifact::isPicture);
    }

    /** The fact of which table the pictures are: of these runs, which may not be those of the recorded one. */
    public Map<String, String> drawn() {
        return Map.of(Facts.PICTURES_OF, basis(sweep, DurableFiles.sha256(utf8(report.csv()))));
    }

    private static Optional<String> recorded(Sweep sweep, String path) {
        return sweep.artifacts().stream().filter(file -> file.path().equals(path)).map(Artifact::sha256).findFirst();
    }

    /** What makes each table, and the best configuration, by name. */
    public Map<String, Callable<byte[]>> tables() {
        Map<String, Callable<byte[]>> tables = new LinkedHashMap<>();
        tables.put(TABLE, () -> utf8(report.csv()));
        tables.put("configurations.csv", () -> utf8(report.configurations().csv()));
        tables.put("results.md", () -> utf8(report.markdown()));
        effects.map(EffectsText::new).ifPresent(text -> {
            tables.put("effects.csv", () -> utf8(text.in(Format.CSV)));
            tables.put("effects.md", () -> utf8(text.in(Format.MD)));
            tables.put("averages.csv", () -> utf8(text.averagesCsv()));
        });
        Components.of(report.objective(), report.runs()).map(ComponentsText::new)
                .ifPresent(text -> tables.put("spread.csv", () -> utf8(text.in(Format.CSV))));
        Ranking.Row winner = report.ranking().winner();
        if (winner != null) {
            Run first = winner.runs().get(0);
            Path files = store.runDirectory(first.runKey());
            if (Files.exists(files.resolve(TrainedNetwork.CONFIG))) { // that it is gone is told elsewhere
                tables.put("best.yaml", () -> TrainedRun.recorded(files, first, TrainedNetwork.CONFIG));
            }
        }
        return tables;
    }

    /**
     * What makes the file of each picture, by name.
     *
     * @param formats beside those in which they are there
     */
    public Map<String, Callable<byte[]>> pictures(Set<PictureFormat> formats) {
        Map<String, Callable<Plot>> pictures = new LinkedHashMap<>();
        String title = sweep.title();
        pictures.put(CURVES, () -> Plots.sweep(title, StoredResults.objective(sweep),
                compared(run -> StoredResults.curves(store, run.runKey()))));
        if (report.ranking().winner() != null) {
            pictures.put("ranking", () -> Plots.ranking(title, report.ranking()));
        }
        effects.ifPresent(of -> pictures.put("effects", () -> Plots.effects(title, of)));
        if (has(LayerRecord.TABLE)) {
            pictures.put("layers-first-epoch", () -> LayerPlots.firstEpoch(title, layers()));
            pictures.put("layers-last-epoch", () -> LayerPlots.lastEpoch(title, layers()));
        }
        if (has(LayerRecord.TIME_TABLE)) {
            pictures.put("gradients-over-time", () -> TimePlots.sweep(title,
                    compared(run -> LayerRecord.readOverTime(store, run).ends())));
        }
        return PictureFiles.of(pictures, PictureFiles.formats(formats, CURVES, sweep.artifacts()));
    }

    private List<Compared<Layers>> layers() {
        return compared(run -> LayerRecord.read(store, run).ends());
    }

    private boolean has(String table) {
        return report.runs().stream().anyMatch(run -> Files.exists(store.runDirectory(run.runKey()).resolve(table)));
    }

    private <T> List<Compared<T>> compared(Function<Run, T> of) {
        return Compared.of(report.ranking(), of);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
