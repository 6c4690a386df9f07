package gridrun.execute;

import gridrun.report.Curves;
import gridrun.report.PlotsUnavailable;
import gridrun.report.Plots;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The ranked table in Markdown. */
    String table() {
        return report.markdown();
    }

    /** The key of a run of the best configuration, the one planned first; null where no configuration came to an end. */
    String bestRun() {
        Ranking.Row winner = report.ranking().winner();
        return winner == null ? null : winner.runs().get(0).runKey();
    }

    /**
     * The files by name.
     *
     * @param bestFile the best configuration as an experiment file, or null
     */
    Map<String, byte[]> contents(String bestFile) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("results.csv", utf8(report.csv()));
        files.put("results.md", utf8(report.markdown()));
        if (bestFile != null) {
            files.put("best.yaml", utf8(bestFile));
        }
        try {
            files.put("curves.png", Plots.sweep(sweep.experiment(), Results.objective(sweep), curves()));
        } catch (PlotsUnavailable e) {
            PlotWarning.once(e);
        }
        return files;
    }

    private Map<String, List<Curves>> curves() {
        Map<String, List<Curves>> configurations = new LinkedHashMap<>();
        for (Ranking.Row row : report.ranking().rows()) {
            List<Curves> seeds = new ArrayList<>();
            row.runs().forEach(run -> seeds.add(Results.curves(store, run.runKey())));
            configurations.put(label(row), seeds);
        }
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
