package gridrun.cli;

import gridrun.execute.SweepReport;
import gridrun.page.SweepPage;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.store.Sweep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code report NAME}: a sweep's results as a page for a browser. */
final class ReportCommand implements Command {

    /** The page of some of a sweep's runs. */
    private static final String PART = "report-part.html";

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String synopsis() {
        return "report NAME|ID [key=value ...]";
    }

    @Override
    public String meaning() {
        return "the results as a page for a browser: one file that needs no network; written beside the sweep's tables";
    }

    @Override
    public List<Option> options() {
        return List.of(Arguments.option("output", "FILE", "write the page there"), CommonOptions.WHEN,
                CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) {
        List<String> conditions = arguments.words().stream().filter(RunChoice::isCondition).toList();
        List<String> names = arguments.words().stream().filter(word -> !RunChoice.isCondition(word)).toList();
        if (names.size() != 1) {
            throw new UsageException("report takes one experiment: its name, or an identity");
        }
        Optional<OutputFile> output = arguments.value("output").map(text -> OutputFile.of("output", text));
        try (Store store = CommonOptions.storeToRead(arguments)) {
            SweepChoice choice = SweepChoice.of(store, names.get(0), conditions, CommonOptions.when(arguments));
            byte[] page = SweepPage.of(store, choice.sweep(), choice.runs()).getBytes(StandardCharsets.UTF_8);
            boolean whole = conditions.isEmpty() && choice.runs().size() == store.runs(choice.sweep().sweepId()).size();
            if (output.isEmpty() && whole && SweepReport.isRecorded(choice.sweep())) {
                return record(arguments, store.sweepDirectory(choice.sweep()), choice.sweep(), page, terminal);
            }
            OutputFile file = output.orElseGet(() -> OutputFile.of("output",
                    store.sweepDirectory(choice.sweep()).resolve(whole ? SweepReport.FILE : PART).toString()));
            int code = file.write(page, terminal);
            if (code == Exit.DONE) {
                terminal.out().println(file.file());
            }
            return code;
        }
    }

    /** A file of the sweep's changes with what is recorded of it. */
    private static int record(Arguments arguments, Path directory, Sweep sweep, byte[] page, Terminal terminal) {
        try (Store store = CommonOptions.store(arguments)) {
            new SweepReport(store, sweep.sweepId()).replace(page);
        } catch (StoreException e) {
            throw new UsageException("%s; --output FILE writes the page elsewhere".formatted(e.getMessage()));
        }
        terminal.out().println(directory.resolve(SweepReport.FILE));
        return Exit.DONE;
    }
}
