package gridrun.page;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;

import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Sweep;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How to get the same bits again, and where these were made. */
record AgainPart(Sweep sweep, List<Run> runs) {

    private static final List<String> MACHINE = List.of(Facts.GIT_COMMIT, Facts.GIT_DIRTY, Facts.JDK, Facts.OS,
            Facts.CORES, Facts.KERNELS);

    List<DomContent> content() {
        return List.of(pre(code("java -jar runner.jar " + sweep.file())).attr("tabindex", "0"),
                p("What a command line changed stands in each configuration's file, above. Runs that are in the "
                        + "results already are not trained again. Elsewhere they come to the same weights, to the "
                        + "bit: on any number of threads, any vector width and any JDK from 17 on."),
                dl(each(MACHINE.stream().flatMap(fact -> values(fact).stream()
                        .map(value -> Page.term(fact, value))).toList(), term -> term)));
    }

    /** What the runs say of themselves; several values where they were trained in several places. */
    private Optional<String> values(String fact) {
        TreeSet<String> values = new TreeSet<>();
        runs.stream().flatMap(run -> Stream.ofNullable(run.facts().get(fact))).forEach(values::add);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }
}
