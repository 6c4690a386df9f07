package gridrun.page;

import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;

import gridrun.comparison.Terms;
import gridrun.report.Compared;
import gridrun.report.ComparisonWarnings;
import gridrun.report.Report;
import gridrun.report.SweepList;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.result.StoredResults;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several sweeps as a page: what they ask otherwise, and where they are ranked alike, in one table. */
public final class ComparedPage {

    private static final int ID = 8;
    private static final int MOST_LISTED = 8;

    /** A sweep's runs under a name that no other sweep here has. */
    private record Member(String name, Sweep sweep, List<Run> runs) {

        Report report() {
            return StoredResults.report(sweep, runs);
        }
    }

    private final Store store;
    private final List<Member> members;

    private ComparedPage(Store store, List<Member> members) {
        this.store = store;
        this.members = members;
    }

    /**
     * The page's text.
     *
     * @param sweeps each with those of its runs that are meant, in the order of the plan
     */
    public static String of(Store store, Map<Sweep, List<Run>> sweeps) {
        Map<String, Long> names = sweeps.keySet().stream()
                .collect(Collectors.groupingBy(Sweep::experiment, Collectors.counting()));
        return new ComparedPage(store, sweeps.entrySet().stream().map(each -> new Member(
                names.get(each.getKey().experiment()) == 1 ? each.getKey().experiment()
                        : each.getKey().experiment() + " " + each.getKey().sweepId().substring(0, ID),
                each.getKey(), each.getValue())).toList()).text();
    }

    private String text() {
        String title = members.stream().map(Member::name).collect(Collectors.joining(", "));
        List<DomContent> content = new ArrayList<>();
        content.add(header(h1(title)).with(members.stream().filter(
                member -> !member.sweep.description().isBlank()).map(
                        member -> p("%s: %s".formatted(member.name, member.sweep.description())))
                .toArray(DomContent[]::new)));
        content.add(Page.part("sweeps", "The experiments", overview()));
        content.add(Page.part("differences", "What is set otherwise", differences()));
        boolean alike = members.stream().map(Member::report).map(Report::objective)
                .map(objective -> objective.ranked().name() + objective.goal()).distinct().count() == 1;
        if (!alike) {
            members.forEach(member -> content.add(Page.part("table-" + members.indexOf(member), member.name,
                    tables(member.report()))));
            return Page.of(title, content);
        }
        Report all = together();
        content.add(Page.part("found", "What was found", found(all)));
        content.add(Page.part("table", "All configurations", RankedTable.content(all)));
        content.add(Page.part("ranked", DotPlot.title(all.objective()),
                List.of(new DotPlot(all.ranking()).content())));
        content.add(Page.part("curves", "Learning curves", CurvesPart.content(all.runs().size())));
        return Page.of(title, content, CurvesData.of(all.objective(),
                Compared.of(all.ranking(), run -> StoredResults.curves(store, run.runKey()))));
    }

    private static List<DomContent> tables(Report report) {
        List<DomContent> content = new ArrayList<>(new FoundPart(report).content());
        content.addAll(RankedTable.content(report));
        return content;
    }

    private List<DomContent> overview() {
        SweepList list = StoredResults.list(store, members.stream().map(Member::sweep).toList(), SweepPage::date);
        return List.of(Page.wide("the experiments", RankedTable.of(list.table())));
    }

    private List<DomContent> found(Report all) {
        List<DomContent> content = new ArrayList<>(new FoundPart(all).content());
        if (all.comparisons().filter(comparisons -> comparisons.count() > 0).isEmpty()) {
            return content;
        }
        List<String> races = members.stream().filter(member -> terms(member).race() != null).map(Member::name).sorted()
                .toList();
        if (!races.isEmpty()) {
            content.add(p("warning: " + ComparisonWarnings.ofRaces(races)));
        }
        List<Terms> terms = members.stream().map(ComparedPage::terms).toList();
        List<String> differing = Terms.differing(terms);
        if (!differing.isEmpty()) {
            content.add(p("warning: the experiments do not say the same of sweep.%s: they are compared as without it"
                    .formatted(String.join(" and of sweep.", differing))));
        }
        return content;
    }

    private static Terms terms(Member member) {
        return member.report().objective().terms();
    }

    /** The runs of all, each once, and compared as no sweep's own. */
    private Report together() {
        return new Report(members.get(0).report().objective().on(
                Terms.between(members.stream().map(ComparedPage::terms).toList())),
                Together.of(
                        members.stream().collect(Collectors.toMap(Member::name, member -> member.report().runs(),
                                (one, other) -> one, LinkedHashMap::new))));
    }

    /** The settings whose values are not the same in all. */
    private List<DomContent> differences() {
        Set<String> keys = new TreeSet<>();
        members.forEach(member -> member.runs.forEach(run -> keys.addAll(run.params().keySet())));
        List<List<String>> rows = new ArrayList<>();
        keys.forEach(key -> rows.add(row(key, run -> run.params().getOrDefault(key, "(not set)"))));
        rows.removeIf(row -> row.subList(1, row.size()).stream().distinct().count() == 1);
        if (rows.isEmpty()) {
            return List.of(p("Nothing: all settings have the same values in all of them."));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i <= members.size(); i++) {
            int place = i;
            columns.add(new Column(i == 0 ? "setting" : members.get(i - 1).name,
                    rows.stream().map(row -> row.get(place)).toList(), false));
        }
        return List.of(Page.wide("what is set otherwise", RankedTable.of(new Table(columns))));
    }

    private static String listed(List<String> values) {
        return values.size() <= MOST_LISTED ? String.join(", ", values)
                : "%s, … %s (%d values)".formatted(String.join(", ", values.subList(0, MOST_LISTED - 2)),
                        values.get(values.size() - 1), values.size());
    }

    /** A setting's values in each sweep, in the order of the plan. */
    private List<String> row(String name, Function<Run, String> value) {
        List<String> row = new ArrayList<>(List.of(name));
        for (Member member : members) {
            Set<String> values = member.runs.stream().filter(run -> !run.superseded()).map(value)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            row.add(listed(List.copyOf(values)));
        }
        return row;
    }
}
