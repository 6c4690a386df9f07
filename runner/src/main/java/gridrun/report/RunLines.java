package gridrun.report;

import gridrun.report.Table.Column;
import gridrun.report.Table.Worth;
import gridrun.store.Facts;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Runs as the lines of a table for programs, with nothing rounded. */
record RunLines(List<Run> runs) {

    String csv() {
        List<Column> columns = new ArrayList<>(List.of(
                column("run_key", Run::runKey),
                column("config_id", Run::configId),
                column("name", Run::name),
                column("seed", run -> run.repeat().seeds().toString()),
                column("outcome", Run::status)));
        for (String axis : axes(runs)) {
            if (runs.stream().noneMatch(run -> isParam(axis, run))) { // a case is no parameter
                columns.add(column(axis, run -> run.swept().getOrDefault(axis, "")));
            }
        }
        for (String param : names(runs, run -> run.params().keySet(), new LinkedHashSet<>())) {
            if (!param.equals("seed")) {
                columns.add(column(param, run -> run.param(param).orElse("")));
            }
        }
        for (String metric : names(runs, run -> run.summary().keySet(), new TreeSet<>())) {
            columns.add(column(metric, run -> run.summary().containsKey(metric)
                    ? Figures.exact(run.summary().get(metric)) : ""));
        }
        columns.add(column("weights_sha256", run -> run.facts().getOrDefault(Facts.WEIGHTS_SHA256, "")));
        columns.add(column("error", run -> run.error().orElse("")));
        return new Table(columns).csv();
    }

    /** The names of what varies among runs, in their order. */
    static Set<String> axes(List<Run> runs) {
        return names(runs, run -> run.swept().keySet(), new LinkedHashSet<>());
    }

    /** Whether an axis is a setting: a case is none. */
    static boolean isParam(String axis, Run run) {
        return run.params().keySet().stream().anyMatch(param -> param.equals(axis) || param.endsWith("." + axis));
    }

    private Column column(String title, Function<Run, String> cell) {
        return new Column(title, runs.stream().map(cell).toList(), Worth.NEEDED, null);
    }

    private static Set<String> names(List<Run> runs, Function<Run, Set<String>> of, Set<String> all) {
        runs.forEach(run -> all.addAll(of.apply(run)));
        return all;
    }
}
