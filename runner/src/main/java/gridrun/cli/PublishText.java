package gridrun.cli;

import gridrun.report.Figures;
import gridrun.store.Refusals.Refusal;
import gridrun.tracking.ProgressListener;
import gridrun.tracking.PublishReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how publishing goes and how it ended. */
final class PublishText {

    private PublishText() {
    }

    /** Shows what is owed, on one line of a terminal; in a log, says what keeps it up, once. */
    static ProgressListener progress(Terminal terminal) {
        String[] said = {""};
        return (owed, trouble) -> {
            if (terminal.interactive()) {
                String state =
                        trouble.map(text -> "MLflow: " + text + ", trying again")
                                .orElseGet(() -> "MLflow: %s, %s to deliver".formatted(
                                        Figures.counted(owed.runs(), "run"),
                                        Figures.counted(owed.metrics(), "metric value")));
                terminal.redrawLine(shortened(state, terminal.width() - 1));
            } else if (trouble.isPresent() && !trouble.get().equals(said[0])) {
                said[0] = trouble.get();
                terminal.err().println("MLflow: " + trouble.get() + ", trying again");
            }
        };
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + ">";
    }

    /** Tells the end; returns whether everything was delivered. */
    static boolean tell(PublishReport report, Terminal terminal) {
        if (terminal.interactive()) {
            terminal.eraseLine();
        }
        report.notices().forEach(notice -> terminal.err().println("MLflow: " + notice));
        // What is wrong with all runs is said once.
        Map<String, List<Refusal>> refusals = report.refusals().stream().collect(
                Collectors.groupingBy(Refusal::message, LinkedHashMap::new, Collectors.toList()));
        refusals.forEach((message, items) -> terminal.err().printf("MLflow lacks %s '%s' of %s%s: %s%n",
                items.get(0).kind(), items.get(0).key(), items.get(0).entryKey(),
                items.size() == 1 ? "" : " and %d more".formatted(items.size() - 1), message));
        int width = report.links().stream().mapToInt(link -> link.label().length()).max().orElse(0);
        report.links().forEach(link -> terminal.out().println(
                link.label() + ": " + " ".repeat(width - link.label().length()) + link.address()));
        if (!report.owed().nothing() || report.trouble().isPresent()) {
            terminal.err().printf("%s: not delivered to %s (%s); "
                    + "everything is in the store: 'publish' delivers it later%n",
                    report.experiment(), report.server(), report.trouble().orElse("stopped"));
        }
        return report.isComplete();
    }
}
