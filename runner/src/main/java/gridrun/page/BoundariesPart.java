package gridrun.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;

import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.LegendTexts;
import gridrun.report.Ranking;
import gridrun.report.Ranking.Row;
import gridrun.result.StoredResults;
import gridrun.store.Run;
import gridrun.store.Sweep;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What configurations make of the plane, side by side, each named by what is different in it. */
final class BoundariesPart {

    private static final int MOST = 12;
    private static final int BEST = 8;

    private final PagePictures pictures;
    /** In the order of the ranking. */
    private final List<Row> rows = new ArrayList<>();
    /** The median run of each row. */
    private final List<Run> runs = new ArrayList<>();

    BoundariesPart(Sweep sweep, Ranking ranking, PagePictures pictures) {
        this.pictures = pictures;
        ranking.rows().forEach(row -> StoredResults.median(sweep, row.runs()).filter(pictures::hasBoundary)
                .ifPresent(run -> {
                    rows.add(row);
                    runs.add(run);
                }));
    }

    /** Empty where no configuration has such a picture. */
    Optional<List<DomContent>> content(Room room) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> swept = rows.stream().map(Row::swept).toList();
        LegendTexts names = LegendTexts.of(Labels.of(swept), swept);
        List<DomContent> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.size() > MOST && i >= BEST && i < rows.size() - (MOST - BEST)) {
                continue;
            }
            DomContent picture = pictures.boundary(runs.get(i),
                    "%d: %s".formatted(rows.get(i).rank(), names.entries().get(i)));
            if (room.takes(picture.render().length())) {
                shown.add(picture);
            }
        }
        String which =
                shown.size() == rows.size() ? "" : "Of %s the best and the worst; the others are in results/runs. "
                        .formatted(Figures.counted(rows.size(), "configuration"));
        return Optional.of(List.of(p("%sEach is of the configuration's median run%s.".formatted(which,
                names.head() == null ? "" : ", and says its rank and " + names.head())).withClass("hint"),
                div(each(shown, picture -> picture)).withClass("plane")));
    }
}
