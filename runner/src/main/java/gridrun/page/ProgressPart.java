package gridrun.page;

import static j2html.TagCreator.p;
import static j2html.TagCreator.tag;

import gridrun.report.Figures;
import gridrun.report.Report;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.store.MetricValue;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.Store;
import gridrun.store.Sweep;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** How far a sweep is: the runs that have ended, and where those are that run. */
record ProgressPart(Store store, Sweep sweep, Report report) {

    private static final int MOST_RUNS = 40;
    private static final int DIGITS = 5;

    List<DomContent> content() {
        int all = report.runs().size();
        long ended = report.runs().stream().filter(run -> run.outcome().isPresent()).count();
        List<DomContent> content = new ArrayList<>();
        content.add(p(sweep.state() == RunState.RUNNING ? "%d of %d runs have ended.".formatted(ended, all)
                : "Nobody works on it: %d of %d runs have ended.".formatted(ended, all)));
        content.add(tag("progress").attr("max", all).attr("value", ended).attr("aria-label", "runs that have ended"));
        List<Run> running = report.runs().stream().filter(run -> run.state() == RunState.RUNNING).limit(MOST_RUNS)
                .toList();
        if (!running.isEmpty()) {
            content.add(Page.wide("runs under way", RankedTable.of(table(running))));
        }
        return content;
    }

    private Table table(List<Run> running) {
        String metric = report.objective().metric();
        List<List<MetricValue>> values = running.stream().map(run -> store.metrics(run.runKey(), metric)).toList();
        return new Table(List.of(
                new Column("run", running.stream().map(Run::name).toList(), false),
                new Column("epoch", values.stream().map(each -> each.isEmpty() ? ""
                        : Long.toString(last(each).step())).toList(), false),
                new Column("of", running.stream().map(run -> run.params().getOrDefault("train.epochs", "")).toList(),
                        false),
                new Column(metric, values.stream().map(each -> each.isEmpty() ? ""
                        : Figures.significant(last(each).value(), DIGITS)).toList(), false)));
    }

    private static MetricValue last(List<MetricValue> values) {
        return values.get(values.size() - 1);
    }
}
