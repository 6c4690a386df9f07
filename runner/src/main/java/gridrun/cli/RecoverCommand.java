package gridrun.cli;

import gridrun.report.Figures;
import gridrun.store.Recovery;
import java.util.List;
import org.apache.commons.cli.Option;

/** {@code recover}: makes of a damaged results directory one with all that is whole in it. */
final class RecoverCommand implements Command {

    private static final int MOST_SHOWN = 20;

    @Override
    public String name() {
        return "recover";
    }

    @Override
    public String synopsis() {
        return "recover";
    }

    @Override
    public String meaning() {
        return "check every row and file of the results; where something is damaged, keep what is whole";
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) {
        if (!arguments.words().isEmpty()) {
            throw new UsageException("recover takes no argument but --results-dir");
        }
        Recovery.Report report = Recovery.recover(CommonOptions.results(arguments));
        String kept = Figures.counted(report.kept(), "run");
        list("lost: ", report.lost(), terminal);
        list("gone or damaged: ", report.views(), terminal);
        if (report.aside() != null) {
            terminal.out().printf("kept: %s; what was damaged is in %s%n", kept, report.aside());
            terminal.out().println("the same commands train or make again what was lost");
        } else if (!report.views().isEmpty()) {
            terminal.out().printf("whole: %s, but for pictures and reports, which the same commands make again%n",
                    kept);
        } else {
            terminal.out().printf("whole: %s, with all rows and files%n", kept);
        }
        return Exit.DONE;
    }

    private static void list(String each, List<?> all, Terminal terminal) {
        all.stream().limit(MOST_SHOWN).forEach(what -> terminal.out().println(each + what));
        if (all.size() > MOST_SHOWN) {
            terminal.out().printf("and %,d more%n", all.size() - MOST_SHOWN);
        }
    }
}
