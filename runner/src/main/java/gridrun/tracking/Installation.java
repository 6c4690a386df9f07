package gridrun.tracking;

import gridrun.store.DurableFiles;
import gridrun.store.FileLocks;
import gridrun.store.StoreException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The pinned MLflow in a virtual environment of the user's cache directory, installed once.
 *
 * <p>Virtual environments cannot be renamed, so what makes one whole is a marker, written last; one without it is of
 * an installation that was killed, and is made again.
 */
final class Installation {

    static final String VERSION = "3.17.2";

    private static final List<String> PYTHONS =
            List.of("python3", "python3.13", "python3.12", "python3.11", "python3.10", "python", "py");
    private static final String SUITABLE =
            "import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 3)";

    private final Path cache;
    private final Path directory;
    private final Consumer<String> progress;

    Installation(Path cache, Consumer<String> progress) {
        this.cache = cache.toAbsolutePath();
        this.directory = this.cache.resolve("mlflow-" + VERSION);
        this.progress = progress;
    }

    /** {@code GRIDRUN_CACHE_DIR}, or {@code gridrun} in the user's cache directory. */
    static Path cache(Map<String, String> environment) {
        String own = environment.getOrDefault("GRIDRUN_CACHE_DIR", "");
        if (!own.isBlank()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return caches.resolve("gridrun");
    }

    /** The Python that has MLflow; installs it first where it is not there. */
    Path python() throws ServerUnavailable, InterruptedException {
        Path python = python(directory, File.separatorChar == '\\');
        Path marker = directory.resolve("complete");
        if (Files.exists(marker)) {
            return python;
        }
        FileLocks.Held held = lock();
        try {
            if (!Files.exists(marker)) {
                install(python);
                DurableFiles.write(marker, VERSION.getBytes(StandardCharsets.UTF_8));
            }
            return python;
        } catch (IOException e) {
            throw new ServerUnavailable("MLflow cannot be installed into %s: %s"
                    .formatted(directory, DurableFiles.reason(e)), e);
        } finally {
            held.close();
        }
    }

    /** Where a virtual environment has its Python. */
    static Path python(Path environment, boolean windows) {
        return windows ? environment.resolve("Scripts").resolve("python.exe")
                : environment.resolve("bin").resolve("python");
    }

    private FileLocks.Held lock() throws ServerUnavailable {
        FileLocks locks = new FileLocks(cache.resolve("locks"));
        try {
            Optional<FileLocks.Held> lock = locks.tryLock("install");
            if (lock.isPresent()) {
                return lock.get();
            }
            progress.accept("waiting for another process that is installing MLflow");
            return locks.lock("install");
        } catch (StoreException e) {
            throw new ServerUnavailable(e.getMessage(), e);
        }
    }

    private void install(Path python) throws IOException, ServerUnavailable, InterruptedException {
        String base = suitablePython();
        delete(directory);
        progress.accept("installing MLflow %s into %s (about 850 MB, once)".formatted(VERSION, directory));
        run(List.of(base, "-m", "venv", directory.toString()), "the virtual environment cannot be made");
        run(List.of(python.toString(), "-m", "pip", "install", "--disable-pip-version-check", "--no-input",
                "--progress-bar", "off", "--retries", "2", "--timeout", "15", "mlflow==" + VERSION),
                "MLflow cannot be installed");
        progress.accept("MLflow %s is installed".formatted(VERSION));
    }

    private String suitablePython() throws InterruptedException, ServerUnavailable {
        for (String candidate : PYTHONS) {
            try {
                Process process = new ProcessBuilder(candidate, "-c", SUITABLE).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                if (process.waitFor() == 0) {
                    return candidate;
                }
            } catch (IOException notThere) {
                // the next one may be
            }
        }
        throw new ServerUnavailable("MLflow needs Python 3.10 or newer with its venv module, and none was found "
                + "(on Debian and Ubuntu: apt install python3-venv)");
    }

    /** Passes on what pip does, and keeps its complaint. */
    private void run(List<String> command, String failure) throws IOException, ServerUnavailable, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> errors = new ArrayList<>();
        String last = "";
        int collected = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line.isBlank() ? last : line.strip();
                if (line.startsWith("ERROR:")) {
                    errors.add(line.substring(6).strip());
                } else if (line.startsWith("Collecting ") && ++collected % 10 == 0) {
                    progress.accept("installing MLflow: %d packages collected".formatted(collected));
                } else if (line.startsWith("Installing collected")) {
                    progress.accept("installing MLflow: unpacking %d packages".formatted(collected));
                }
            }
            if (process.waitFor() != 0) {
                throw new ServerUnavailable("%s: %s".formatted(failure, errors.isEmpty() ? last : errors.get(0)));
            }
        } finally {
            process.destroy();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
