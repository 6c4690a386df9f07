package gridrun.tracking;

import gridrun.store.DurableFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which processes the managed server is.
 *
 * @param leader the process that we started
 * @param others those that it started: they may outlive it
 */
record ServerState(Member leader, int port, List<Member> others) {

    /**
     * A process.
     *
     * @param startedMs when the system started it; process ids are used again, together with this they are not
     */
    record Member(long pid, long startedMs) {

        static Member of(ProcessHandle process) {
            return new Member(process.pid(), started(process));
        }

        /** If it lives: one with its id that was started when it was. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(process -> process.isAlive() && started(process) == startedMs);
        }

        private static Member parse(String text) {
            String[] parts = text.split("@");
            return new Member(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }

        private static long started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    static Optional<ServerState> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new ServerState(new Member(Long.parseLong(properties.getProperty("pid")),
                    Long.parseLong(properties.getProperty("started_ms"))),
                    Integer.parseInt(properties.getProperty("port")),
                    Stream.of(properties.getProperty("others", "").split(" ")).filter(text -> !text.isEmpty())
                            .map(Member::parse).toList()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("it is not a server's state", e);
        }
    }

    /** The server as it stands now. */
    static ServerState of(ProcessHandle process, int port) {
        return new ServerState(Member.of(process), port, process.descendants().map(Member::of).toList());
    }

    void write(Path file) throws IOException {
        DurableFiles.write(file, "pid=%d%nport=%d%nstarted_ms=%d%nothers=%s%n".formatted(leader.pid(), port,
                leader.startedMs(), others.stream().map(other -> other.pid() + "@" + other.startedMs())
                        .collect(Collectors.joining(" ")))
                .getBytes(StandardCharsets.UTF_8));
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    /** The server's process, if it lives. */
    Optional<ProcessHandle> process() {
        return leader.process();
    }

    /** All of its processes that live. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(leader.process().stream().toList());
        others.forEach(other -> other.process().ifPresent(all::add));
        return all;
    }
}
