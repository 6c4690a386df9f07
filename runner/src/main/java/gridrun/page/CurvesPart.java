package gridrun.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;

/** Learning curves: means with bands, single runs on demand. A script draws them from the page's data. */
final class CurvesPart {

    private CurvesPart() {
    }

    /** @param runs that there are */
    static List<DomContent> content(int runs) {
        return List.of(
                div(label(text("metric "), select().withId("metric")),
                        label(input().withType("checkbox").withId("log"), text(" logarithmic")),
                        label(input().withType("checkbox").withId("singles"), text(" single runs")),
                        button("Whole range").withType("button").withId("whole")).withClass("choices"),
                div().withId("chart").attr("role", "application").attr("tabindex", "0"),
                p().withId("told").withClass("unseen").attr("role", "status"),
                p().withId("beyond").withClass("hint"),
                fieldset(legend("configurations")).withId("shown"),
                p("Drag over the chart to enlarge a part of it; with the keyboard, arrows move from epoch to "
                        + "epoch, + and - enlarge and shrink. Up to four configurations have bands, one standard "
                        + "deviation over the runs."
                        + (runs <= CurvesData.MOST_RUNS ? "" : " Of the single runs the first "
                                + "of each configuration are shown, at most %d in all."
                                        .formatted(CurvesData.MOST_RUNS)))
                        .withClass("hint"),
                noscript(p("The curves are drawn by a script. metrics.csv of each run has their values.")));
    }
}
