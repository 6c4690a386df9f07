package gridrun.bench;

import gridrun.bench.Measurements.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ceiling of vectors of so many bits, measured in a Java of its own, whose kernels have that width: where a
 * compiler has seen vectors of two widths, it keeps both as objects.
 */
record WidthBenchmark(String name, int bits) implements Benchmark {

    private static final String MAIN = "gridrun.cli.Main";

    @Override
    public Measurement measure(int threads, double seconds) {
        try {
            Process java = new ProcessBuilder(command(threads, seconds)).redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String told = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = java.waitFor();
            if (code != 0) {
                throw new IllegalStateException("%s: a Java with vectors of %d bits ended with %d and told '%s'"
                        .formatted(name, bits, code, told));
            }
            String row = told.lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
            return new Measurement(name, Double.parseDouble(row.split(",", -1)[1]), "GFLOP/s", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + ": interrupted", e);
        }
    }

    /** The program that this Java is. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** This Java with its flags and classes. */
    private List<String> command(int threads, double seconds) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agentlib") && !flag.startsWith("-javaagent")).toList());
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.module=ALL-UNNAMED",
                "-Dgridrun.vectorBits=" + bits, "-cp", System.getProperty("java.class.path"),
                MAIN, "bench", "--only", name, "--format", "csv",
                "--threads", Integer.toString(threads), "--seconds", Double.toString(seconds)));
        return command;
    }
}
