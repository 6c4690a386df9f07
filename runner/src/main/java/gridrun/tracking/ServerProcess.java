package gridrun.tracking;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Starts and ends the processes of the managed server, on any system by the JDK's and Python's own means. */
final class ServerProcess {

    private static final long END_SECONDS = 10;

    /**
     * Ctrl-C in our terminal must not reach the server: it becomes the leader of a session of its own, or, on Windows,
     * leaves our console. Then it is {@code python -m mlflow}.
     */
    private static final String DETACHED = "import os, runpy, sys\n"
            + "if hasattr(os, 'setsid'):\n"
            + "    os.setsid()\n"
            + "else:\n"
            + "    import ctypes\n"
            + "    ctypes.windll.kernel32.FreeConsole()\n"
            + "runpy.run_module('mlflow', run_name='__main__', alter_sys=True)\n";

    private ServerProcess() {
    }

    /** One worker and no job runner: with the defaults every call over a kept connection is 44 ms slower. */
    static List<String> command(Path python, int port) {
        return List.of(python.toString(), "-c", DETACHED, "server", "--host", "127.0.0.1",
                "--port", String.valueOf(port), "--workers", "1", "--backend-store-uri", "sqlite:///mlflow.db",
                "--artifacts-destination", "./artifacts");
    }

    /** What else the server is to know; its own programs are beside its Python. */
    static void prepare(Map<String, String> variables, Path python) {
        variables.keySet().removeIf(name -> name.startsWith("MLFLOW_") || name.startsWith("PYTHON"));
        variables.put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
        variables.put("MLFLOW_DISABLE_TELEMETRY", "true");
        variables.merge("PATH", python.getParent().toString(), (path, own) -> own + File.pathSeparator + path);
    }

    /** Starts it in a directory; it outlives us. */
    static ProcessHandle start(Path python, int port, Path directory, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(python, port)).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        prepare(builder.environment(), python);
        Process process = builder.start();
        process.getOutputStream().close(); // it has nothing to read
        return process.toHandle();
    }

    /** Ends processes with all that they have started: kindly, and those that do not follow by force. */
    static void end(List<ProcessHandle> processes) throws InterruptedException {
        Set<ProcessHandle> all = withDescendants(processes);
        all.forEach(ProcessHandle::destroy);
        if (!await(all)) {
            all.addAll(withDescendants(new ArrayList<>(all)));
            all.forEach(ProcessHandle::destroyForcibly);
            await(all);
        }
    }

    private static Set<ProcessHandle> withDescendants(List<ProcessHandle> processes) {
        Set<ProcessHandle> all = new LinkedHashSet<>(processes);
        processes.forEach(process -> process.descendants().forEach(all::add));
        return all;
    }

    private static boolean await(Set<ProcessHandle> processes) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        return processes.stream().noneMatch(ProcessHandle::isAlive);
    }
}
