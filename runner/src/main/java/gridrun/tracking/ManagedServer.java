package gridrun.tracking;

import gridrun.store.DurableFiles;
import gridrun.store.FileLocks;
import gridrun.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The MLflow server that we start ourselves: the pinned version, on loopback, with its data under
 * {@code results/mlflow}. It outlives the command that started it.
 */
public final class ManagedServer {

    private static final int USUAL_PORT = 5000;
    private static final long START_SECONDS = 120;

    private final Path directory;
    private final Path stateFile;
    private final FileLocks locks;
    private final Installation installation;
    private final Consumer<String> progress;
    private final int preferredPort;

    /**
     * A server that runs.
     *
     * @param pid the process that leads its group
     * @param uri its address
     * @param data where its data is
     */
    public record Running(long pid, String uri, Path data) {
    }

    /**
     * @param results the results directory
     * @param environment names the cache directory: {@code GRIDRUN_CACHE_DIR}, {@code XDG_CACHE_HOME}
     * @param progress told a line for each step that takes long
     */
    public ManagedServer(Path results, Map<String, String> environment, Consumer<String> progress) {
        this(results, environment, progress, USUAL_PORT);
    }

    /** @param preferredPort 0 for any free one */
    ManagedServer(Path results, Map<String, String> environment, Consumer<String> progress, int preferredPort) {
        this.directory = results.toAbsolutePath().normalize().resolve("mlflow");
        this.stateFile = directory.resolve("server.properties");
        this.locks = new FileLocks(directory.resolve("locks"));
        this.installation = new Installation(Installation.cache(environment), progress);
        this.progress = progress;
        this.preferredPort = preferredPort;
    }

    /** The server, if it runs. */
    public Optional<Running> status() throws ServerUnavailable {
        return state().filter(state -> state.process().isPresent()).map(this::running);
    }

    /**
     * Starts it unless it runs, and returns when it answers; installs MLflow first where that is not done.
     *
     * @throws ServerUnavailable if Python, the network or the server is not up to it
     */
    public Running start() throws ServerUnavailable, InterruptedException {
        Path python = installation.python();
        FileLocks.Held lock = lock();
        try {
            Optional<ServerState> before = state();
            if (before.isPresent() && before.get().process().isPresent()) {
                awaitHealth(before.get());
                return running(before.get());
            }
            if (before.isPresent()) {
                ServerProcess.end(before.get().processes());
            }
            Files.createDirectories(directory);
            ServerState state = launch(python, freePort(before.map(ServerState::port).orElse(preferredPort)));
            awaitHealth(state);
            if (state.process().isPresent()) {
                ServerState.of(state.process().get(), state.port()).write(stateFile);
            }
            return running(state);
        } catch (IOException e) {
            throw new ServerUnavailable("the MLflow server cannot be started in %s: %s"
                    .formatted(directory, DurableFiles.reason(e)), e);
        } finally {
            lock.close();
        }
    }

    /**
     * Stops it with all its processes.
     *
     * @return whether there was one
     */
    public boolean stop() throws ServerUnavailable, InterruptedException {
        FileLocks.Held lock = lock();
        try {
            Optional<ServerState> state = state();
            if (state.isEmpty()) {
                return false;
            }
            List<ProcessHandle> processes = state.get().processes();
            ServerProcess.end(processes);
            return !processes.isEmpty();
        } finally {
            lock.close();
        }
    }

    /** What the server prints. */
    public Path log() {
        return directory.resolve("server.log");
    }

    private Optional<ServerState> state() throws ServerUnavailable {
        try {
            return ServerState.read(stateFile);
        } catch (IOException e) {
            throw new ServerUnavailable("%s cannot be read (%s); delete it if no server runs"
                    .formatted(stateFile, DurableFiles.reason(e)), e);
        }
    }

    private FileLocks.Held lock() throws ServerUnavailable {
        try {
            return locks.lock("server");
        } catch (StoreException e) {
            throw new ServerUnavailable(e.getMessage(), e);
        }
    }

    private Running running(ServerState state) {
        return new Running(state.leader().pid(), state.uri(), directory);
    }

    private ServerState launch(Path python, int port) throws IOException {
        progress.accept("starting the MLflow server on port " + port);
        ServerState state = ServerState.of(ServerProcess.start(python, port, directory, log()), port);
        state.write(stateFile);
        return state;
    }

    private void awaitHealth(ServerState state) throws ServerUnavailable, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!TrackingServer.answersLikeMlflow(state.uri())) {
            if (state.process().isEmpty()) {
                throw new ServerUnavailable("the MLflow server ended while it started; its log is " + log());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerUnavailable("the MLflow server did not answer within %d s; its log is %s"
                        .formatted(START_SECONDS, log()));
            }
            Thread.sleep(100);
        }
    }

    private static int freePort(int preferred) throws IOException {
        for (int port : new int[] {preferred, 0}) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                if (port == 0) {
                    throw taken;
                }
            }
        }
        throw new IllegalStateException("port 0 is always tried");
    }
}
