package gridrun.page;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import gridrun.observed.Curves;
import gridrun.report.Compared;
import gridrun.report.Report;
import gridrun.result.StoredResults;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import j2html.tags.DomContent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A sweep's results as a page: what was asked, what was found, and what it was found from. */
public final class SweepPage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Store store;
    private final Sweep sweep;
    private final Report report;

    private SweepPage(Store store, Sweep sweep, List<Run> runs) {
        this.store = store;
        this.sweep = sweep;
        this.report = StoredResults.report(sweep, runs);
    }

    /**
     * The page's text.
     *
     * @param runs of the sweep, in the order of the plan
     */
    public static String of(Store store, Sweep sweep, List<Run> runs) {
        return new SweepPage(store, sweep, runs).text();
    }

    private String text() {
        List<Compared<Curves>> curves = Compared.of(report.ranking(), run -> StoredResults.curves(store, run.runKey()));
        List<DomContent> content = new ArrayList<>();
        content.add(head());
        content.add(part("found", "What was found", new FoundPart(report).content()));
        content.add(part("table", "Configurations", RankedTable.content(report)));
        if (report.ranking().rows().size() > 1) {
            content.add(part("ranked", "%s by configuration".formatted(report.objective().ranked().name()),
                    List.of(new DotPlot(report.ranking()).content())));
        }
        content.add(part("curves", "Learning curves", CurvesPart.content()));
        AxesPart.of(report).ifPresent(axes -> content.add(part("axes", "The axes", axes)));
        content.add(part("runs", "Configurations and their runs",
                new ConfigurationParts(store, sweep, report.ranking()).content()));
        content.add(part("again", "How to get this again", new AgainPart(sweep, report.runs()).content()));
        return Page.of(sweep.experiment(), content, CurvesPart.data(report.objective(), curves));
    }

    private DomContent head() {
        Map<String, Long> outcomes = report.runs().stream()
                .collect(Collectors.groupingBy(Run::status, TreeMap::new, Collectors.counting()));
        return header(h1(sweep.experiment()), p(sweep.description()).withClass("asked"),
                dl(term("runs", outcomes.entrySet().stream().map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", "))),
                        term("ranked by", "%s, %s".formatted(report.objective().ranked().name(),
                                report.objective().goal().name().toLowerCase(Locale.ROOT))),
                        term("planned", DATE.format(Instant.ofEpochMilli(sweep.plannedMs()))),
                        term("sweep", sweep.sweepId().substring(0, 8))));
    }

    static DomContent term(String name, String value) {
        return div(dt(name), dd(value));
    }

    private static DomContent part(String id, String title, List<DomContent> content) {
        return section(h2(title).withId(id + "-title"), each(content, each -> each)).withId(id)
                .attr("aria-labelledby", id + "-title");
    }
}
