package gridrun.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;

import gridrun.observed.StepTables;
import gridrun.observed.StepTables.Block;
import gridrun.train.FirstStep;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A training step as a page: the network with its numbers, and every formula with what it comes to. */
public final class StepPage {

    private StepPage() {
    }

    /**
     * The page's text.
     *
     * @param title whose step it is
     * @param note what is shown of it
     */
    public static String of(String title, String note, FirstStep step) {
        List<DomContent> parts = new ArrayList<>();
        parts.add(header(h1(title), p(note).withClass("asked")));
        parts.add(Page.part("network", "The network, for the first example", List.of(
                figure(new StepPicture(step).content(),
                        figcaption("In a circle a unit's value, below it the derivative of L by it. A line is a "
                                + "weight: the thicker the larger, blue above 0 and orange below.")))));
        String heading = "";
        List<DomContent> content = new ArrayList<>();
        for (Block block : StepTables.of(step).blocks()) {
            if (block.heading() && !content.isEmpty()) {
                parts.add(Page.part(heading.toLowerCase(Locale.ROOT), heading, content));
                content = new ArrayList<>();
            }
            if (block.heading()) {
                heading = block.text();
            } else {
                content.add(div(p(block.text()).withClass("formula"),
                        block.table().map(table -> Page.wide("values of the step", RankedTable.of(table))).orElse(null))
                        .withClass("block"));
            }
        }
        parts.add(Page.part(heading.toLowerCase(Locale.ROOT), heading, content));
        return Page.of(title, parts);
    }
}
