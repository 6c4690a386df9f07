package gridrun.cli;

import gridrun.store.Store;
import gridrun.watch.WatchServer;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.cli.Option;

/** {@code watch NAME}: a sweep's report in a browser while it runs. */
final class WatchCommand implements Command {

    private static final int LARGEST_PORT = 65_535;
    private static final long PATIENCE_MS = 100;

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String synopsis() {
        return "watch NAME|ID";
    }

    @Override
    public String meaning() {
        return "the report in a browser while the runs are trained by another command: served to this machine alone, "
                + "until Ctrl-C; only reads the results";
    }

    @Override
    public List<Option> options() {
        return List.of(Arguments.option("port", "N", "listen on that port (default: one that is free)"),
                CommonOptions.WHEN, CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption)
            throws IOException, InterruptedException {
        if (arguments.words().size() != 1) {
            throw new UsageException("watch takes one experiment: its name, or the beginning of a sweep's identity");
        }
        int port = arguments.positive("port", LARGEST_PORT, 0);
        try (Store store = CommonOptions.storeToRead(arguments)) {
            SweepChoice choice =
                    SweepChoice.of(store, arguments.words().get(0), List.of(), CommonOptions.when(arguments));
            try (WatchServer server = WatchServer.start(store, choice.sweep().sweepId(), port)) {
                terminal.out().printf("%s is shown at %s until Ctrl-C%n", choice.sweep().experiment(), server.uri());
                terminal.out().flush();
                while (!interruption.requested()) {
                    TimeUnit.MILLISECONDS.sleep(PATIENCE_MS);
                }
            } catch (BindException e) {
                throw new UsageException("--port: %d is taken; without --port a free one is found".formatted(port));
            }
        }
        return Exit.DONE;
    }
}
