package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackingServerTest {

    @TempDir
    Path results;

    @Test
    void check_none_isNoAddressButRight() {
        assertEquals("none", TrackingServer.check("none"));
        assertEquals("http://h:1", TrackingServer.check("http://H:1/"));
    }

    @Test
    void find_askedAddress_goesBeforeTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("MLFLOW_TRACKING_URI", "http://env:1");
        assertEquals("http://asked:2",
                TrackingServer.find(Optional.of("http://asked:2"), environment, managed()).uri());
        assertEquals("http://env:1", TrackingServer.find(Optional.empty(), environment, managed()).uri());
    }

    @Test
    void findRunning_managedServerOfTheStateFile_isTaken() throws Exception {
        Files.createDirectories(results.resolve("mlflow"));
        ServerState.of(ProcessHandle.current(), 4321).write(results.resolve("mlflow/server.properties"));
        TrackingServer server = TrackingServer.findRunning(Optional.empty(), Map.of(), managed()).orElseThrow();
        assertEquals("http://127.0.0.1:4321", server.uri());
        assertEquals("managed", server.identity());
    }

    @Test
    void status_processIdOfSomebodyElse_isNotTheServerAndIsNotKilled() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            new ServerState(new ServerState.Member(stranger.pid(), 12345), 4321,
                    List.of(new ServerState.Member(stranger.pid(), 54321))).write(
                            results.resolve("mlflow/server.properties"));
            assertEquals(Optional.empty(), managed().status());
            assertFalse(managed().stop());
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void status_damagedStateFile_saysWhichAndWhatToDo() throws Exception {
        Files.createDirectories(results.resolve("mlflow"));
        Files.writeString(results.resolve("mlflow/server.properties"), "pid=many");
        String message = assertThrows(ServerUnavailable.class, () -> managed().status()).getMessage();
        assertTrue(message.contains("server.properties cannot be read") && message.contains("delete it"), message);
    }

    @Test
    void start_cacheThatCannotBeWritten_isOneLine() throws Exception {
        Path file = Files.writeString(results.resolve("file"), "");
        List<String> progress = new ArrayList<>();
        Map<String, String> environment = Map.of("GRIDRUN_CACHE_DIR", file.resolve("cache").toString());
        ManagedServer server = new ManagedServer(results, environment, progress::add, 0);
        Exception e = assertThrows(ServerUnavailable.class, server::start);
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }

    @Test
    void cache_environment_isFollowed() {
        assertEquals(Path.of("/c"), Installation.cache(Map.of("GRIDRUN_CACHE_DIR", "/c", "XDG_CACHE_HOME", "/x")));
        assertEquals(Path.of("/x/gridrun"), Installation.cache(Map.of("XDG_CACHE_HOME", "/x")));
        assertEquals(Path.of(System.getProperty("user.home"), ".cache", "gridrun"), Installation.cache(Map.of()));
    }

    private ManagedServer managed() {
        Map<String, String> environment = Map.of("GRIDRUN_CACHE_DIR", results.resolve("cache").toString());
        return new ManagedServer(results, environment, line -> {}, 0);
    }
}
