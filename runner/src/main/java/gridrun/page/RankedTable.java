package gridrun.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tfoot;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import gridrun.report.Report;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The ranked table as a page has it: sorted by any column, filtered by words. */
final class RankedTable {

    private RankedTable() {
    }

    static List<DomContent> content(Report report) {
        return filtered(report.ranked(), "such as learning_rate=0.1", row -> Optional.empty());
    }

    /**
     * A table that is sorted by any column, and filtered by words.
     *
     * @param example what one may filter by
     * @param links where the first cell of a row leads
     */
    static List<DomContent> filtered(Table table, String example, IntFunction<Optional<String>> links) {
        return List.of(label(text("Rows with "), input().withType("search").withPlaceholder(example))
                .withClass("filter"), Page.wide("a table that can be sorted and filtered", of(table, true, links)));
    }

    /** A table of text. */
    static DomContent of(Table table) {
        return of(table, false, row -> Optional.empty());
    }

    private static DomContent of(Table table, boolean sortable, IntFunction<Optional<String>> links) {
        List<Column> columns = table.columns();
        int rows = columns.isEmpty() ? 0 : columns.get(0).cells().size();
        boolean foot = columns.stream().anyMatch(column -> column.foot() != null);
        return table(
                thead(tr(each(columns, column -> sortable ? th(button(column.title()).withType("button"))
                        .attr("scope", "col") : th(column.title()).attr("scope", "col")))),
                tbody(each(IntStream.range(0, rows).boxed().toList(), row -> tr(each(columns,
                        column -> column == columns.get(0) ? first(column.cells().get(row), links.apply(row))
                                : td(column.cells().get(row)))))),
                foot ? tfoot(tr(each(columns, column -> td(column.foot() == null ? "" : column.foot())))) : null)
                .withClass(sortable ? "sortable" : "plain");
    }

    private static DomContent first(String cell, Optional<String> link) {
        return link.isPresent() ? td(a(cell).withHref(link.get())) : td(cell);
    }
}
