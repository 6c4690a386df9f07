package gridrun.cli;

import gridrun.tracking.ManagedServer;
import gridrun.tracking.ManagedServer.Running;
import gridrun.tracking.ServerUnavailable;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code server start|stop|status}: the MLflow server that Gridrun runs itself. */
final class ServerCommand implements Command {

    @Override
    public String name() {
        return "server";
    }

    @Override
    public String synopsis() {
        return "server start|stop|status";
    }

    @Override
    public String meaning() {
        return "the MLflow server on this machine that shows the results";
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.RESULTS_DIR);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption)
            throws ServerUnavailable, InterruptedException {
        if (arguments.words().size() != 1) {
            throw new UsageException("write server start, server stop or server status");
        }
        ManagedServer server = CommonOptions.managedServer(arguments, terminal);
        switch (arguments.words().get(0)) {
            case "start" -> say(terminal, server.start());
            case "stop" -> terminal.out().println(server.stop() ? "The server was stopped." : "No server was running.");
            case "status" -> status(terminal, server);
            default -> throw new UsageException("server: '%s' is not one of start, stop, status"
                    .formatted(arguments.words().get(0)));
        }
        return Exit.DONE;
    }

    private static void status(Terminal terminal, ManagedServer server) throws ServerUnavailable {
        Optional<Running> running = server.status();
        if (running.isPresent()) {
            say(terminal, running.get());
        } else {
            terminal.out().println("No server is running; 'server start' starts one.");
        }
    }

    private static void say(Terminal terminal, Running server) {
        terminal.out().printf("MLflow is running at %s (process %d), data in %s%n",
                server.uri(), server.pid(), server.data());
    }
}
