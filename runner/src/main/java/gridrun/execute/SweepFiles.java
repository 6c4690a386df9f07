package gridrun.execute;

import gridrun.report.GradientsOverTime;
import gridrun.report.LayerPlots;
import gridrun.report.Layers;
import gridrun.report.PlotsUnavailable;
import gridrun.report.Plots;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.report.RunResult;
import gridrun.report.TimePlots;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a sweep leaves behind beside its runs: the table, the mean curves, and its best configuration as a file. */
final class SweepFiles {

    private final Store store;
    private final Sweep sweep;
    private final Report report;

    SweepFiles(Store store, Sweep sweep, List<Run> runs) {
        this.store = store;
        this.sweep = sweep;
        this.report = Results.report(sweep, runs);
    }

    /** The key of a run of the best configuration, the one planned first; null where no configuration came to an end. */
    String bestRun() {
        Ranking.Row winner = report.ranking().winner();
        return winner == null ? null : winner.runs().get(0).runKey();
    }

    /**
     * Whether the tables that were left behind are today's. Another metric to rank by changes them, and so do runs that
     * another sweep has trained.
     */
    boolean areCurrent() {
        Map<String, String> left = sweep.artifacts().stream().collect(Collectors.toMap(Artifact::path, Artifact::sha256));
        return tables().entrySet().stream()
                .allMatch(table -> DurableFiles.sha256(table.getValue()).equals(left.get(table.getKey())));
    }

    private Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("results.csv", utf8(report.csv()));
        tables.put("results.md", utf8(report.markdown()));
        return tables;
    }

    /**
     * The files by name.
     *
     * @param bestFile the best configuration as an experiment file, or null
     */
    Map<String, byte[]> contents(String bestFile) {
        Map<String, byte[]> files = tables();
        if (bestFile != null) {
            files.put("best.yaml", utf8(bestFile));
        }
        try {
            files.put("curves.png", Plots.sweep(sweep.experiment(), Results.objective(sweep),
                    configurations(run -> Results.curves(store, run.runKey()))));
            Map<String, List<Layers>> layers = configurations(run -> LayerRecord.read(store, run.runKey()).ends());
            if (layers.values().stream().flatMap(List::stream).anyMatch(run -> !run.points().isEmpty())) {
                files.put("layers-first-epoch.png", LayerPlots.firstEpoch(sweep.experiment(), layers));
                files.put("layers-last-epoch.png", LayerPlots.lastEpoch(sweep.experiment(), layers));
            }
            Map<String, List<GradientsOverTime>> gradients =
                    configurations(run -> LayerRecord.readOverTime(store, run.runKey()).ends());
            if (gradients.values().stream().flatMap(List::stream).anyMatch(run -> !run.points().isEmpty())) {
                files.put("gradients-over-time.png", TimePlots.sweep(sweep.experiment(), gradients));
            }
        } catch (PlotsUnavailable e) {
            PlotWarning.once(e);
        }
        return files;
    }

    /** What every run of each configuration has, best configuration first. */
    private <T> Map<String, List<T>> configurations(Function<RunResult, T> of) {
        Map<String, List<T>> configurations = new LinkedHashMap<>();
        report.ranking().rows().forEach(row -> configurations.put(label(row), row.runs().stream().map(of).toList()));
        return configurations;
    }

    private static String label(Ranking.Row row) {
        return row.swept().isEmpty() ? "all runs"
                : row.swept().entrySet().stream().map(axis -> axis.getKey() + "=" + axis.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
