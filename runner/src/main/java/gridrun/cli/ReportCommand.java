package gridrun.cli;

import gridrun.execute.SweepReport;
import gridrun.page.ComparedPage;
import gridrun.page.IndexPage;
import gridrun.page.SweepPage;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.store.Sweep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code report [NAME...]}: the results of a sweep, of several, or a list of all, as a page for a browser. */
final class ReportCommand implements Command {

    /** The page of some of a sweep's runs. */
    private static final String PART = "report-part.html";
    /** The page of several sweeps, in the results directory. */
    private static final String COMPARED = "comparison.html";
    /** The page of all sweeps, there as well. */
    private static final String INDEX = "index.html";

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String synopsis() {
        return "report [NAME|ID ...] [key=value ...]";
    }

    @Override
    public String meaning() {
        return "the results as a page for a browser: one file that needs no network; written beside the sweep's "
                + "tables. Of several names a comparison, without any a list of all sweeps; both are written into the "
                + "results directory";
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
        Optional<OutputFile> output = arguments.value("output").map(text -> OutputFile.of("output", text));
        try (Store store = CommonOptions.storeToRead(arguments)) {
            if (names.isEmpty()) {
                if (!conditions.isEmpty()) {
                    throw new UsageException("report: '%s' says which runs; write the experiment's name before it"
                            .formatted(conditions.get(0)));
                }
                OutputFile file = output.orElseGet(() -> in(store.directory(), INDEX));
                return write(file, IndexPage.of(store, SweepReport.FILE, file.file().toAbsolutePath().getParent()),
                        terminal);
            }
            Map<Sweep, List<Run>> sweeps = new LinkedHashMap<>();
            SweepChoice choice = null;
            for (String name : names) {
                choice = SweepChoice.of(store, name, conditions, CommonOptions.when(arguments));
                sweeps.put(choice.sweep(), choice.runs());
            }
            if (sweeps.size() > 1) {
                return write(output.orElseGet(() -> in(store.directory(), COMPARED)),
                        ComparedPage.of(store, sweeps), terminal);
            }
            return sweep(arguments, store, choice, output, terminal);
        }
    }

    private static int sweep(Arguments arguments, Store store, SweepChoice choice, Optional<OutputFile> output,
            Terminal terminal) {
        Sweep sweep = choice.sweep();
        Path directory = store.sweepDirectory(sweep);
        if (output.isEmpty() && choice.whole() && sweep.parent()) {
            return record(arguments, directory, sweep, terminal);
        }
        return write(output.orElseGet(() -> in(directory, choice.whole() ? SweepReport.FILE : PART)),
                SweepPage.of(store, sweep, choice.runs()), terminal);
    }

    /** A file of the sweep's changes with what is recorded of it, which a command at work may be about to record. */
    private static int record(Arguments arguments, Path directory, Sweep sweep, Terminal terminal) {
        try (Store store = CommonOptions.store(arguments)) {
            new SweepReport(store, store.snapshot(sweep.sweepId())).replace();
        } catch (StoreException e) {
            throw new UsageException("%s; --output FILE writes the page elsewhere".formatted(e.getMessage()));
        }
        terminal.out().println(directory.resolve(SweepReport.FILE));
        return Exit.DONE;
    }

    private static OutputFile in(Path directory, String name) {
        return OutputFile.of("output", directory.resolve(name).toString());
    }

    private static int write(OutputFile file, String page, Terminal terminal) {
        int code = file.write(utf8(page), terminal);
        if (code == Exit.DONE) {
            terminal.out().println(file.file());
        }
        return code;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
