package gridrun.page;

import static j2html.TagCreator.p;

import gridrun.report.Figures;
import gridrun.report.Report;
import gridrun.store.Run;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** What the table comes to, in words, and what went wrong. */
record FoundPart(Report report) {

    private static final int MOST_LISTED = 8;

    List<DomContent> content() {
        List<DomContent> content = new ArrayList<>();
        report.finding().ifPresent(finding -> finding.lines().forEach(line -> content.add(p(line))));
        report.notes().forEach(remark -> content.add(p(remark)));
        List<Run> lost = report.runs().stream().filter(run -> run.outcome().isPresent() && !run.isCompleted()).toList();
        lost.stream().limit(MOST_LISTED).forEach(run -> content.add(p("%s: %s%s".formatted(run.name(), run.status(),
                run.error().map(error -> ": " + error).orElse(""))).withClass("trouble")));
        if (lost.size() > MOST_LISTED) {
            content.add(p("… and %s not completed.".formatted(Figures.counted(lost.size() - MOST_LISTED, "more run")))
                    .withClass("trouble"));
        }
        return content;
    }
}
