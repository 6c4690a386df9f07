package gridrun.page;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;

import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.Ranking;
import gridrun.report.Ranking.Row;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.result.StoredResults;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Repeats;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Each configuration with its runs: how they ended, what they are, what their files show. */
final class ConfigurationParts {

    /** What all pictures together may add to the page, in bytes of the files. */
    private static final long MOST_PICTURES = 300_000;
    /** What the runs beside the medians may add, in letters. */
    private static final int MOST_OF_RUNS = 150_000;
    private static final int MOST_CONFIGURATIONS = 60;
    private static final int KEY = 12;
    private static final String PNG = ".png";

    private final Store store;
    private final Sweep sweep;
    private final Ranking ranking;
    private long left = MOST_PICTURES;
    private int roomForRuns = MOST_OF_RUNS;

    ConfigurationParts(Store store, Sweep sweep, Ranking ranking) {
        this.store = store;
        this.sweep = sweep;
        this.ranking = ranking;
    }

    List<DomContent> content() {
        List<String> labels = Labels.of(ranking.rows().stream().map(Row::swept).toList());
        List<DomContent> parts = new ArrayList<>();
        for (Row row : ranking.rows().stream().limit(MOST_CONFIGURATIONS).toList()) {
            Optional<Run> median = StoredResults.median(sweep, row.runs());
            parts.add(details(summary("%d  %s".formatted(row.rank(), labels.get(row.rank() - 1))), runs(row),
                    median.<DomContent>map(this::files).orElseGet(TagCreator::div), others(row, median)));
        }
        int more = ranking.rows().size() - parts.size();
        if (more > 0) {
            parts.add(p("%d more configurations are in the table alone.".formatted(more)));
        }
        return parts;
    }

    private DomContent runs(Row row) {
        String metric = ranking.objective().ranked().name();
        List<Run> runs = row.runs();
        return Page.wide(RankedTable.of(new Table(List.of(
                column(Repeats.of(runs).one(), runs.stream().map(run -> run.repeat().toString()).toList()),
                column("outcome", runs.stream().map(Run::status).toList()),
                column(metric, runs.stream().map(run -> value(run, metric)).toList()),
                column("best_epoch", runs.stream().map(run -> value(run, "best_epoch")).toList()),
                column("run", runs.stream().map(run -> run.runKey().substring(0, KEY)).toList()),
                column("weights_sha256", runs.stream()
                        .map(run -> run.facts().getOrDefault(Facts.WEIGHTS_SHA256, "")).map(hash -> hash.isEmpty() ? ""
                                : hash.substring(0, KEY))
                        .toList())))));
    }

    private static Column column(String title, List<String> cells) {
        return new Column(title, cells, false);
    }

    private static String value(Run run, String metric) {
        Double value = run.summary().get(metric);
        return value == null ? "" : Figures.significant(value, 6);
    }

    /** What the median run has left behind. */
    private DomContent files(Run run) {
        return div(h3("The median run: seed %s".formatted(run.repeat())),
                div(each(run.artifacts().stream().filter(file -> file.path().endsWith(PNG))
                        .map(file -> picture(run, file)).toList(), each -> each))
                        .withClass("pictures"),
                each(new RunPart(store, run).whole(), each -> each));
    }

    /** The other runs, folded up, as long as there is room. */
    private DomContent others(Row row, Optional<Run> median) {
        List<DomContent> parts = new ArrayList<>();
        int more = 0;
        for (Run run : row.runs()) {
            if (median.isPresent() && median.get().runKey().equals(run.runKey()) || run.outcome().isEmpty()) {
                continue;
            }
            DomContent part = details(summary("Seed %s: %s".formatted(run.repeat(), run.status())),
                    div(each(new RunPart(store, run).content(), each -> each)));
            roomForRuns -= roomForRuns > 0 ? part.render().length() : 0;
            if (roomForRuns > 0) {
                parts.add(part);
            } else {
                more++;
            }
        }
        if (more > 0) {
            parts.add(p("%s left out, to keep this page small; what %s behind is in results/runs."
                    .formatted(Figures.counted(more, "more run") + (more == 1 ? " is" : " are"),
                            more == 1 ? "it has left" : "they have left")));
        }
        return div(each(parts, part -> part));
    }

    private DomContent picture(Run run, Artifact file) {
        Path path = store.runDirectory(run.runKey()).resolve(file.path());
        try {
            if (!Files.exists(path)) {
                return p("%s is gone; the experiment's command draws it again".formatted(file.path()))
                        .withClass("trouble");
            }
            if (Files.size(path) > left) {
                return p("%s is left out, to keep this page small: it is in %s.".formatted(file.path(),
                        store.directory().relativize(path.getParent())));
            }
            byte[] bytes = Files.readAllBytes(path);
            left -= bytes.length;
            String name = file.path().replace(PNG, "").replace('_', ' ');
            return figure(img().withSrc("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes))
                    .withAlt("%s of %s".formatted(name, run.repeat().told())), figcaption(name));
        } catch (IOException e) {
            return p("%s cannot be read: %s".formatted(file.path(), DurableFiles.reason(e))).withClass("trouble");
        }
    }
}
