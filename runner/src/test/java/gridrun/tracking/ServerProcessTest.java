package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the managed server, and the end of processes that are not a server. */
class ServerProcessTest {

    private static final Path PYTHON = Path.of("/cache/mlflow/bin/python");

    @TempDir
    Path directory;

    @Test
    void command_isPythonAlone_andLeavesSessionOrConsole() {
        List<String> command = ServerProcess.command(PYTHON, 5001);
        assertEquals(List.of(PYTHON.toString(), "-c"), command.subList(0, 2));
        assertEquals("""
                import os, runpy, sys
                if hasattr(os, 'setsid'):
                    os.setsid()
                else:
                    import ctypes
                    ctypes.windll.kernel32.FreeConsole()
                runpy.run_module('mlflow', run_name='__main__', alter_sys=True)
                """, command.get(2));
        assertEquals("server --host 127.0.0.1 --port 5001 --workers 1 --backend-store-uri sqlite:///mlflow.db "
                + "--artifacts-destination ./artifacts", String.join(" ", command.subList(3, command.size())));
    }

    @Test
    void prepare_theServerGetsNoSecretOfOurs_andItsOwnProgramsFirst() {
        Map<String, String> variables = new HashMap<>(Map.of("MLFLOW_TRACKING_PASSWORD", "secret", "PYTHONPATH", "/x",
                "PATH", "/usr/bin", "HOME", "/home/me"));
        ServerProcess.prepare(variables, PYTHON);
        assertEquals(Map.of("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false", "MLFLOW_DISABLE_TELEMETRY", "true", "HOME",
                "/home/me", "PATH", PYTHON.getParent() + File.pathSeparator + "/usr/bin"), variables);
    }

    @Test
    void python_ofAnEnvironment_isWhereItsSystemPutsIt() {
        assertEquals(Path.of("e/bin/python"), Installation.python(Path.of("e"), false));
        assertEquals(Path.of("e/Scripts/python.exe"), Installation.python(Path.of("e"), true));
    }

    @Test
    void end_aProcessWithItsChild_endsBoth() throws Exception {
        Process parent = sleeper(true);
        while (parent.toHandle().descendants().findAny().isEmpty()) {
            Thread.sleep(10);
        }
        ServerState state = ServerState.of(parent.toHandle(), 1234);
        state.write(directory.resolve("state"));
        assertEquals(state, ServerState.read(directory.resolve("state")).orElseThrow());
        assertEquals(2, state.processes().size());
        ServerProcess.end(state.processes());
        assertEquals(List.of(), state.processes());
    }

    @Test
    void end_theLeaderAloneWasKilled_endsWhatItStarted() throws Exception {
        Process parent = sleeper(true);
        while (parent.toHandle().descendants().findAny().isEmpty()) {
            Thread.sleep(10);
        }
        ServerState state = ServerState.of(parent.toHandle(), 1234);
        ProcessHandle child = state.others().get(0).process().orElseThrow();
        parent.destroyForcibly().waitFor();
        assertTrue(child.isAlive());
        assertEquals(List.of(child), state.processes());
        ServerProcess.end(state.processes());
        assertFalse(child.isAlive());
    }

    /** This JVM's class that waits, with a child of its own if so wanted. */
    private static Process sleeper(boolean withChild) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Sleeper.class.getName(), String.valueOf(withChild)).start();
    }

    /** A process that waits for its end. */
    static final class Sleeper {

        public static void main(String[] arguments) throws Exception {
            if (Boolean.parseBoolean(arguments[0])) {
                sleeper(false);
            }
            Thread.sleep(60_000);
        }
    }
}
