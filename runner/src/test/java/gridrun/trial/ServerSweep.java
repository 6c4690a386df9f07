package gridrun.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.cli.Runner;
import gridrun.cli.Runner.Ended;
import gridrun.tracking.RealServer;
import gridrun.tracking.ServerUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sweep through the jar to a real server, and what an undisturbed one leaves in its store and there. */
public final class ServerSweep implements AutoCloseable {

    /** The experiment's name. */
    public static final String NAME = "trial";

    /** Eight runs that take a second, and to be published some more. */
    public static final String SHORT = """
            name: trial
            data: {type: moons, samples: 200, validation: 0.2}
            model: {hidden: [8]}
            train: {epochs: 30, log: [gradient_norm]}
            sweep: {parameters: {learning_rate: [0.003, 0.01, 0.03, 0.1]}, seeds: 2}
            """;
    private static final int MOST_PUBLISHES = 5;

    private final RealServer server;
    private final Path file;
    private final Content store;
    private final Content remote;

    /**
     * Starts a server, and runs the sweep undisturbed.
     *
     * @param home an empty directory
     * @param sweep an experiment file with the name {@link #NAME}
     */
    public ServerSweep(Path home, String sweep) throws Exception {
        this(home, "trial.yaml", sweep);
    }

    /** The same with an experiment file of this name. */
    ServerSweep(Path home, String fileName, String sweep) throws Exception {
        server = RealServer.in(home.resolve("server"));
        file = Files.writeString(home.resolve(fileName), sweep);
        Path results = home.resolve("undisturbed");
        Ended ended = Runner.in(results).run(command());
        assertEquals(0, ended.exit(), ended::toString);
        store = Content.ofStore(results, NAME);
        remote = Content.ofServer(server, NAME);
        server.putAway(NAME);
    }

    public RealServer server() {
        return server;
    }

    Path file() {
        return file;
    }

    /** What the undisturbed sweep left on the server. */
    Content remote() {
        return remote;
    }

    /** The sweep as a command that publishes to the server. */
    String[] command(String... more) {
        return commandTo(server.uri(), more);
    }

    /** The same to another address. */
    public String[] commandTo(String uri, String... more) {
        List<String> words = new ArrayList<>(List.of(file.toString(), "--tracking-uri", uri));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** Publishes what is owed, verifies, and compares store and server; then the next one may begin. */
    void assertUndisturbed(Path results, Ended before) throws Exception {
        assertUndisturbed(results, before, server.uri());
    }

    /** The same, published to another address. */
    public void assertUndisturbed(Path results, Ended before, String uri) throws Exception {
        assertStoreUndisturbed(results, before);
        publish(results, before, uri);
        assertServerUndisturbed(results, before, uri);
    }

    void assertStoreUndisturbed(Path results, Ended before) throws Exception {
        Content.ofStore(results, NAME).assertIs(store, before::toString);
    }

    /** Publishes until nothing is owed, as often as a patient person does. */
    void publish(Path results, Ended before, String uri) throws Exception {
        Ended published = publishTo(uri, results);
        for (int i = 1; i < MOST_PUBLISHES && published.exit() != 0; i++) {
            published = publishTo(uri, results);
        }
        Ended last = published;
        assertEquals(0, last.exit(), () -> before + "\n" + last);
    }

    /** Verifies, and compares the server; then the next one may begin. */
    void assertServerUndisturbed(Path results, Ended before, String uri) throws Exception {
        Ended verified = publishTo(uri, results, "--verify");
        String runs = Content.runs(server, NAME);
        Content.ofServer(server, NAME).assertIs(remote, () -> before + "\n" + verified + "\n" + runs);
        assertEquals(0, verified.exit(), () -> before + "\n" + verified + "\n" + runs);
        server.putAway(NAME);
    }

    private static Ended publishTo(String uri, Path results, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("publish", NAME, "--tracking-uri", uri));
        words.addAll(List.of(more));
        return Runner.in(results).run(words.toArray(String[]::new));
    }

    @Override
    public void close() throws ServerUnavailable {
        server.close();
    }
}
