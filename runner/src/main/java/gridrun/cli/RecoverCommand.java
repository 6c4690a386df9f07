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
        if (report.aside() == null) {
            terminal.out().printf("whole: %s, with all rows and files%n", kept);
            return Exit.DONE;
        }
        report.lost().stream().limit(MOST_SHOWN).forEach(what -> terminal.out().println("lost: " + what));
        if (report.lost().size() > MOST_SHOWN) {
            terminal.out().printf("and %,d more%n", report.lost().size() - MOST_SHOWN);
        }
        terminal.out().printf("kept: %s; what was damaged is in %s%n", kept, report.aside());
        terminal.out().println("the same commands train again what was lost");
        return Exit.DONE;
    }
}
