package gridrun.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real MLflow server on a free port, with data of its own and, unless told, a cache of its own. */
public final class RealServer implements AutoCloseable {

    private final ManagedServer managed;
    private final Path data;
    private final String uri;

    private RealServer(Path home) throws ServerUnavailable, InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GRIDRUN_CACHE_DIR",
                environment.getOrDefault("GRIDRUN_TEST_CACHE_DIR", Path.of("target", "mlflow-cache").toString()));
        managed = new ManagedServer(home, environment, System.out::println, 0);
        uri = managed.start().uri();
        data = home.resolve("mlflow");
    }

    /** Starts one whose data are in a directory. */
    public static RealServer in(Path home) throws ServerUnavailable, InterruptedException {
        return new RealServer(home);
    }

    public String uri() {
        return uri;
    }

    /** Its SQLite database, which may be read at any time. */
    public Path database() {
        return data.resolve("mlflow.db");
    }

    /** Where the artifacts are that it knows under an address. */
    public Path artifacts(String address) {
        return data.resolve("artifacts").resolve(address.replaceFirst("^mlflow-artifacts:/*", ""));
    }

    ManagedServer managed() {
        return managed;
    }

    /** Kills all its processes with {@code kill -9}. */
    public void kill() throws ServerUnavailable, InterruptedException {
        processes().forEach(ProcessHandle::destroyForcibly);
        while (managed.status().isPresent()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Starts it again, at the same address. */
    public void restart() throws ServerUnavailable, InterruptedException {
        String again = managed.start().uri();
        if (!again.equals(uri)) {
            throw new ServerUnavailable("another process took the port of " + uri);
        }
    }

    /** Has it stand still for so long, as {@code kill -STOP} and {@code kill -CONT} do. */
    public void standStill(long millis) throws ServerUnavailable, IOException, InterruptedException {
        List<ProcessHandle> processes = processes();
        signal("STOP", processes);
        TimeUnit.MILLISECONDS.sleep(millis);
        signal("CONT", processes);
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<ProcessHandle> processes() throws ServerUnavailable {
        ProcessHandle leader = ProcessHandle.of(managed.status().orElseThrow().pid()).orElseThrow();
        List<ProcessHandle> processes = new ArrayList<>(leader.descendants().toList());
        processes.add(leader);
        return processes;
    }

    /** Gives an experiment another name, so that the next one of this name begins with nothing. */
    public void putAway(String experiment) throws SQLException {
        sql("UPDATE experiments SET name = name || ' ' || experiment_id WHERE name = '" + experiment + "'");
    }

    void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 20000");
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    @Override
    public void close() throws ServerUnavailable {
        try {
            managed.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("interrupted while the server of a trial was ended", e);
        }
    }
}
