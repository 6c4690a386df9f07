package gridrun.tracking;

import gridrun.store.DurableFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Which process the managed server is.
 *
 * @param pid of the process that leads the server's group
 * @param startedMs when the system started it; process ids are used again, together with this they are not
 */
record ServerState(long pid, int port, long startedMs) {

    static Optional<ServerState> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new ServerState(Long.parseLong(properties.getProperty("pid")),
                    Integer.parseInt(properties.getProperty("port")),
                    Long.parseLong(properties.getProperty("started_ms"))));
        } catch (IllegalArgumentException e) {
            throw new IOException("it is not a server's state", e);
        }
    }

    static ServerState of(ProcessHandle process, int port) {
        return new ServerState(process.pid(), port, started(process));
    }

    void write(Path file) throws IOException {
        DurableFiles.write(file, "pid=%d%nport=%d%nstarted_ms=%d%n".formatted(pid, port, startedMs)
                .getBytes(StandardCharsets.UTF_8));
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    /** The server's process, if it lives: one with its id that was started when it was. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(process -> process.isAlive() && started(process) == startedMs);
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
