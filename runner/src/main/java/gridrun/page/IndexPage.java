package gridrun.page;

import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;

import gridrun.report.Table;
import gridrun.result.StoredResults;
import gridrun.store.Store;
import gridrun.store.Sweep;
import j2html.tags.DomContent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All that a results directory holds, a row a sweep, with links to the reports that are there. */
public final class IndexPage {

    private IndexPage() {
    }

    /**
     * The page's text.
     *
     * @param report the name of a sweep's report among its files
     * @param from the directory that the page will be in, absolute, which links start from
     */
    public static String of(Store store, String report, Path from) {
        List<Sweep> sweeps = store.sweeps();
        Table table = StoredResults.list(store, sweeps, SweepPage::date).table();
        List<DomContent> content = sweeps.isEmpty() ? List.of(p("Nothing has been run here yet."))
                : RankedTable.filtered(table, "such as lr-sweep",
                        row -> link(store.sweepDirectory(sweeps.get(row)).resolve(report), from));
        return Page.of("Results", List.of(
                header(h1("Results"), p("Every experiment of this results directory, the newest first. A name leads to "
                        + "its report; where there is none, report NAME writes it.").withClass("asked")),
                Page.part("sweeps", "Experiments", content)));
    }

    private static Optional<String> link(Path file, Path from) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String relative = from.relativize(file).toString().replace('\\', '/');
        try {
            return Optional.of("./" + new URI(null, null, "/" + relative, null).toASCIIString().substring(1));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(relative + " is a path, and so can be a link's", e);
        }
    }
}
