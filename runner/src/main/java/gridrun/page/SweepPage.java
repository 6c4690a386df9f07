package gridrun.page;

import static j2html.TagCreator.dl;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;

import gridrun.effect.Effects;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sweep's results as a page: what was asked, what was found, and what it was found from. */
public final class SweepPage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** A megabyte, without the scripts. */
    private static final int MOST_LETTERS = 880_000;
    private static final double ROOM_OF_PLANES = 0.4;

    private final Store store;
    private final Sweep sweep;
    private final Report report;

    private final boolean live;

    private SweepPage(Store store, Sweep sweep, List<Run> runs, boolean live) {
        this.store = store;
        this.sweep = sweep;
        this.live = live;
        this.report = live ? StoredResults.underWay(sweep, runs) : StoredResults.report(sweep, runs);
    }

    /**
     * The page's text.
     *
     * @param runs of the sweep, in the order of the plan
     */
    public static String of(Store store, Sweep sweep, List<Run> runs) {
        return new SweepPage(store, sweep, runs, false).text();
    }

    /** The same as it stands, with what has not ended, and a script that asks the page's server for what changes. */
    public static String live(Store store, Sweep sweep, List<Run> runs) {
        return new SweepPage(store, sweep, runs, true).text();
    }

    private String text() {
        Function<Run, Curves> ofRun = run -> StoredResults.curves(store, run.runKey());
        List<Compared<Curves>> curves = live ? Compared.underWay(report.ranking(), ofRun)
                : Compared.of(report.ranking(), ofRun);
        List<DomContent> content = new ArrayList<>();
        content.add(head());
        if (live) {
            content.add(Page.part("progress", "Under way", new ProgressPart(store, sweep, report).content()));
        }
        content.add(Page.part("found", "What was found", new FoundPart(report).content()));
        content.add(Page.part("table", "Configurations", RankedTable.content(report)));
        if (report.ranking().rows().size() > 1) {
            content.add(Page.part("ranked", DotPlot.title(report.objective()),
                    List.of(new DotPlot(report.ranking()).content())));
        }
        content.add(Page.part("curves", "Learning curves", CurvesPart.content(report.runs().size())));
        Effects.of(report.objective(), report.runs()).effects().ifPresent(effects -> content.add(
                Page.part("effects", "What the results depend on", EffectsPart.content(effects))));
        AxesPart.of(report).or(() -> ParallelPart.of(report))
                .ifPresent(axes -> content.add(Page.part("axes", "The axes", axes)));
        DomContent again = Page.part("again", "How to get this again", new AgainPart(sweep, report.runs()).content());
        String data = CurvesData.of(report.objective(), curves);
        Room room = new Room(MOST_LETTERS - data.length() - again.render().length()
                - content.stream().mapToInt(part -> part.render().length()).sum());
        PagePictures pictures = new PagePictures(store);
        Room planes = room.part(ROOM_OF_PLANES);
        new BoundariesPart(sweep, report.ranking(), pictures).content(planes).ifPresent(
                boundaries -> content.add(Page.part("planes", "Decision boundaries side by side", boundaries)));
        room.giveBack(planes);
        content.add(Page.part("runs", "Configurations and their runs",
                new ConfigurationParts(store, sweep, report.ranking(), pictures, room).content()));
        content.add(again);
        return live ? Page.live(sweep.title(), content, data) : Page.of(sweep.title(), content, data);
    }

    /** When a sweep was planned last, in a time that is the same everywhere. */
    static String date(Sweep sweep) {
        return DATE.format(Instant.ofEpochMilli(sweep.plannedMs()));
    }

    private DomContent head() {
        Map<String, Long> outcomes = report.runs().stream()
                .collect(Collectors.groupingBy(Run::status, TreeMap::new, Collectors.counting()));
        return header(h1(sweep.title()), p(sweep.description()).withClass("asked"),
                dl(Page.term("runs", outcomes.entrySet().stream().map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", "))),
                        Page.term("ranked by", "%s, %s".formatted(report.objective().ranked().name(),
                                report.objective().goal().name().toLowerCase(Locale.ROOT))),
                        Page.term("planned", date(sweep)),
                        Page.term("sweep", "%s %s".formatted(sweep.experiment(), sweep.sweepId().substring(0, 8)))))
                .withId("head");
    }
}
