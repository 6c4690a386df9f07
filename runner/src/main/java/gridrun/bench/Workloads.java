package gridrun.bench;

import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Settings;
import gridrun.config.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * All workloads by name, as {@code workloads.yaml} has them.
 *
 * @param steps measured by the step
 * @param threads measured on two threads beside one
 * @param jobs measured two at a time beside one
 */
public record Workloads(Map<String, Workload> steps, Map<String, Workload> threads, Map<String, Workload> jobs) {

    private static final String RESOURCE = "workloads.yaml";

    static Workloads read() {
        Problems problems = new Problems();
        return new YamlReader(problems).map(RESOURCE, text())
                .flatMap(tree -> Schema.bind(Workloads.class, tree, "", problems, Settings.of(Workloads.class)))
                .orElseThrow(() -> new IllegalStateException(problems.render()));
    }

    private static String text() {
        try (InputStream resource = Workloads.class.getResourceAsStream(RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
