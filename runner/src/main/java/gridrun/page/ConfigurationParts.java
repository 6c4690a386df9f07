package gridrun.page;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;

import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.Ranking;
import gridrun.report.Ranking.Row;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.result.StoredResults;
import gridrun.store.Facts;
import gridrun.store.Repeats;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Each configuration with its runs: how they ended, what they are, what their files show. */
final class ConfigurationParts {

    /** Of what is left, for the text of the runs beside the medians. */
    private static final double ROOM_OF_OTHERS = 0.3;
    /** What the table of a configuration's runs takes about. */
    private static final int LETTERS_OF_ROW = 800;
    private static final int LETTERS_OF_RUN = 250;
    private static final int MOST_CONFIGURATIONS = 60;
    /** That the table of a configuration's runs has. */
    private static final int MOST_RUNS = 200;
    private static final int KEY = 12;

    private final Store store;
    private final Sweep sweep;
    private final Ranking ranking;
    private final PagePictures pictures;
    private final Room room;
    private final Map<Row, Run> medians = new IdentityHashMap<>();
    private final Map<String, DomContent> parts = new HashMap<>();

    /** @param room that they may take */
    ConfigurationParts(Store store, Sweep sweep, Ranking ranking, PagePictures pictures, Room room) {
        this.store = store;
        this.sweep = sweep;
        this.ranking = ranking;
        this.pictures = pictures;
        this.room = room;
        List<Row> rows = rows();
        rows.forEach(row -> room.takes(LETTERS_OF_ROW + LETTERS_OF_RUN * Math.min(MOST_RUNS, row.runs().size())));
        rows.forEach(row -> StoredResults.median(sweep, row.runs()).ifPresent(run -> medians.put(row, run)));
        List<Run> first = rows.stream().flatMap(row -> median(row).stream()).toList();
        first.forEach(run -> describe(run, room));
        describeOthers(rows);
        pictures.take(Stream.concat(first.stream(), rows.stream().flatMap(row -> StoredResults
                .notable(sweep, row.runs()).stream().filter(run -> isOther(row, run)))).toList(), room);
    }

    /** The first that has no place ends it: there may be thousands, each of which is read to be told. */
    private void describeOthers(List<Row> rows) {
        Room most = room.part(ROOM_OF_OTHERS);
        for (Row row : rows) {
            for (Run run : row.runs()) {
                if (isOther(row, run) && !describe(run, most)) {
                    room.giveBack(most);
                    return;
                }
            }
        }
        room.giveBack(most);
    }

    /** Whether a run has left something behind, and is not its configuration's median. */
    private boolean isOther(Row row, Run run) {
        return run.outcome().isPresent()
                && median(row).filter(median -> median.runKey().equals(run.runKey())).isEmpty();
    }

    private List<Row> rows() {
        return ranking.rows().stream().limit(MOST_CONFIGURATIONS).toList();
    }

    private Optional<Run> median(Row row) {
        return Optional.ofNullable(medians.get(row));
    }

    /** Keeps what is to be said of a run, if there is room. */
    private boolean describe(Run run, Room room) {
        String part = div(each(new RunPart(store, run).content(), each -> each)).render();
        boolean fits = room.takes(part.length());
        if (fits) {
            parts.put(run.runKey(), rawHtml(part));
        }
        return fits;
    }

    List<DomContent> content() {
        List<String> labels = Labels.of(ranking.rows().stream().map(Row::swept).toList());
        List<DomContent> content = new ArrayList<>();
        content.add(p("Pictures are of each configuration's median run, then of its best and its worst one, as long as "
                + "this page has room; what is left out, and all that other runs have left behind, is in results/runs. "
                + "The experiment's command with plots=all draws those of every run.").withClass("hint"));
        for (Row row : rows()) {
            content.add(details(summary("%d  %s".formatted(row.rank(), labels.get(row.rank() - 1))), runs(row),
                    median(row).<DomContent>map(this::whole).orElseGet(TagCreator::div), others(row)));
        }
        int more = ranking.rows().size() - rows().size();
        if (more > 0) {
            content.add(p("%d more configurations are in the table alone.".formatted(more)));
        }
        return content;
    }

    private DomContent runs(Row row) {
        String metric = ranking.objective().ranked().name();
        List<Run> runs = row.runs().stream().limit(MOST_RUNS).toList();
        int more = row.runs().size() - runs.size();
        return div(Page.wide("the runs", RankedTable.of(new Table(List.of(
                column(Repeats.of(runs).one(), runs.stream().map(run -> run.repeat().toString()).toList()),
                column("outcome", runs.stream().map(Run::status).toList()),
                column(metric, runs.stream().map(run -> value(run, metric)).toList()),
                column("best_epoch", runs.stream().map(run -> value(run, "best_epoch")).toList()),
                column("run", runs.stream().map(run -> run.runKey().substring(0, KEY)).toList()),
                column("weights_sha256", runs.stream()
                        .map(run -> run.facts().getOrDefault(Facts.WEIGHTS_SHA256, "")).map(hash -> hash.isEmpty() ? ""
                                : hash.substring(0, KEY))
                        .toList()))))),
                more == 0 ? null : p(Figures.counted(more, "more run") + " in results.csv.").withClass("hint"));
    }

    private static Column column(String title, List<String> cells) {
        return new Column(title, cells, false);
    }

    private static String value(Run run, String metric) {
        Double value = run.summary().get(metric);
        return value == null ? "" : Figures.significant(value, 6);
    }

    private DomContent whole(Run run) {
        return div(h3("The median run: seed %s".formatted(run.repeat())), of(run));
    }

    /** What a run has left behind. */
    private DomContent of(Run run) {
        return div(each(pictures.of(run), each -> each), parts.get(run.runKey()));
    }

    /** The other runs, folded up, as long as there is room. */
    private DomContent others(Row row) {
        List<Run> ended = row.runs().stream().filter(run -> isOther(row, run)).toList();
        List<Run> shown = ended.stream().filter(run -> parts.containsKey(run.runKey())).toList();
        List<String> notable = StoredResults.notable(sweep, row.runs()).stream().map(Run::runKey).toList();
        int more = ended.size() - shown.size();
        return div(each(shown, run -> details(summary("Seed %s: %s%s".formatted(run.repeat(), run.status(),
                !notable.contains(run.runKey()) ? ""
                        : notable.indexOf(run.runKey()) == 0 ? ", the best run" : ", the worst run")),
                of(run))),
                more == 0 ? null : p("%s left out, to keep this page small; what %s behind is in results/runs."
                        .formatted(Figures.counted(more, "more run") + (more == 1 ? " is" : " are"),
                                more == 1 ? "it has left" : "they have left")));
    }
}
