package gridrun.page;

import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.summary;

import gridrun.report.Table;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.trained.Npz;
import gridrun.trained.TrainedNetwork;
import gridrun.trained.TrainedRun;
import gridrun.trained.Unusable;
import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a run is and has left behind, but for its pictures: where it was trained, its tables, its file. */
record RunPart(Store store, Run run) {

    private static final int MOST_ROWS = 60;
    private static final int MOST_COLUMNS = 40;

    List<DomContent> content() {
        List<DomContent> content = new ArrayList<>();
        content.add(facts());
        show(content, "confusion.csv", titled("Confusion matrix, a column a predicted class"));
        show(content, "per_class.csv", titled("Figures by class"));
        boolean worst = run.artifacts().stream().anyMatch(file -> file.path().equals(Artifact.WORST_EXAMPLES));
        show(content, Artifact.WORST_EXAMPLES, titled("The worst examples of those held out"));
        show(content, "predictions.csv", table -> new PredictionsPart(table).content(!worst));
        show(content, "profile/profile.csv", titled("The profile of a step"));
        filters(content);
        content.add(details(summary("Its configuration, a file that runs by itself"),
                configuration()));
        return content;
    }

    private DomContent facts() {
        List<DomContent> facts = new ArrayList<>();
        run.facts().entrySet().stream().filter(fact -> !fact.getKey().equals(Facts.PICTURES_OF)) // says nothing of it
                .forEach(fact -> facts.add(Page.term(fact.getKey(), fact.getValue())));
        run.datasets().forEach(data -> facts.add(Page.term("data, " + data.context(), data.digest())));
        return dl(each(facts, fact -> fact));
    }

    private void show(List<DomContent> content, String file, Function<Table, List<DomContent>> part) {
        try {
            new StoredTables(store, run).read(file).map(part).ifPresent(content::addAll);
        } catch (IOException e) {
            content.add(div(e.getMessage()).withClass("trouble"));
        }
    }

    private static Function<Table, List<DomContent>> titled(String title) {
        return table -> isReadable(table)
                ? List.of(div(h4(title), Page.wide(title, RankedTable.of(table))).withClass("block")) : List.of();
    }

    private static boolean isReadable(Table table) {
        return table.columns().size() <= MOST_COLUMNS && table.columns().get(0).cells().size() <= MOST_ROWS;
    }

    /** What the first layer looks for, where that is a convolution. */
    private void filters(List<DomContent> content) {
        Path files = store.runDirectory(run.runKey());
        try {
            if (Files.exists(files.resolve(TrainedNetwork.WEIGHTS))) {
                Npz.read(TrainedRun.recorded(files, run, TrainedNetwork.WEIGHTS)).stream().findFirst()
                        .filter(FiltersPicture::canShow)
                        .ifPresent(first -> content.add(div(h4("Filters of the first layer"),
                                new FiltersPicture(first).content()).withClass("block")));
            }
        } catch (IOException e) {
            content.add(div("weights.npz cannot be read: " + DurableFiles.reason(e)).withClass("trouble"));
        }
    }

    /** As the run recorded it: another one is not that of its figures. */
    private DomContent configuration() {
        try {
            byte[] config = TrainedRun.recorded(store.runDirectory(run.runKey()), run, TrainedNetwork.CONFIG);
            return pre(code(new String(config, StandardCharsets.UTF_8))).attr("tabindex", "0");
        } catch (Unusable e) {
            return div(e.getMessage()).withClass("trouble");
        }
    }
}
