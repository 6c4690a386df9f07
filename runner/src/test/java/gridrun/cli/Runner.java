package gridrun.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the jar at the root as a user does: another process, a results directory of its own. */
public final class Runner {

    /** What a command printed and how it ended. */
    public record Ended(int exit, String out, String err) {

        @Override
        public String toString() {
            return "exit %d%n--- out%n%s--- err%n%s".formatted(exit, out, err);
        }
    }

    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private final Path results;
    private final List<String> java;
    private final Duration patience;

    private Runner(Path results, List<String> java, Duration patience) {
        this.results = results;
        this.java = java;
        this.patience = patience;
    }

    public static Runner in(Path results) {
        return new Runner(results, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Duration.ofMinutes(5));
    }

    /** The same with another JVM or with options for it. */
    public Runner with(String... command) {
        return new Runner(results, List.of(command), patience);
    }

    public Runner withOptions(String... options) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(options));
        return new Runner(results, command, patience);
    }

    /** The same for a command that may take so long. */
    public Runner withPatience(Duration other) {
        return new Runner(results, java, other);
    }

    /** The JDK 25 that is installed beside this one. */
    static Optional<Path> otherJava() throws IOException {
        Path jvms = Path.of("/usr/lib/jvm");
        if (Runtime.version().feature() >= 25 || !Files.isDirectory(jvms)) {
            return Optional.empty();
        }
        try (Stream<Path> directories = Files.list(jvms)) {
            return directories.filter(directory -> directory.getFileName().toString().contains("25"))
                    .map(directory -> directory.resolve("bin/java")).filter(Files::isExecutable).sorted().findFirst();
        }
    }

    /** Whether this process was started to ignore a signal, as the processes that it starts are then too. */
    static boolean ignoresSignal(int number) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) >> number - 1 & 1) == 1;
    }

    public Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-jar", ROOT.resolve("runner.jar").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("MLFLOW_TRACKING_URI");
        environment.put("GRIDRUN_RESULTS_DIR", results.toString());
        environment.put("GRIDRUN_CACHE_DIR", environment.getOrDefault("GRIDRUN_TEST_CACHE_DIR",
                Path.of("target", "mlflow-cache").toAbsolutePath().toString()));
        Files.createDirectories(results);
        builder.redirectOutput(file("out")).redirectError(file("err"));
        return builder.start();
    }

    public Ended run(String... words) throws IOException, InterruptedException {
        return await(start(words));
    }

    public Ended await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the command did not end: " + read("out") + read("err"));
        }
        return new Ended(process.exitValue(), read("out"), read("err"));
    }

    private File file(String stream) {
        return results.resolve("." + stream).toFile();
    }

    /** What the command that was started last has printed so far. */
    public String out() throws IOException {
        return read("out");
    }

    /** What it has told of how it goes. */
    public String err() throws IOException {
        return read("err");
    }

    private String read(String stream) throws IOException {
        return Files.readString(file(stream).toPath(), StandardCharsets.UTF_8);
    }

    /** The weights' hashes of an experiment's runs, by run key. */
    Map<String, String> weights(String experiment) throws IOException, InterruptedException {
        String json = run("results", experiment, "--format", "json").out();
        Map<String, String> weights = new LinkedHashMap<>();
        Matcher keys = Pattern.compile("\"run_key\": *\"([0-9a-f]{64})\"").matcher(json);
        Matcher hashes = Pattern.compile("\"weights_sha256\": *\"([0-9a-f]{64})\"").matcher(json);
        while (keys.find() && hashes.find()) {
            weights.put(keys.group(1), hashes.group(1));
        }
        return weights;
    }
}
