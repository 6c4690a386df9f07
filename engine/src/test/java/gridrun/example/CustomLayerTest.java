package gridrun.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.check.GradientVerdict;
import gridrun.nn.Architecture;
import gridrun.optim.Adam;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import gridrun.train.TrainSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/custom_layers.md tells works as it stands there. */
class CustomLayerTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "custom_layers.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "gridrun", "example");

    private final Dataset data = ring();
    private final Architecture architecture = CustomNetwork.architecture(data);

    /** Points inside and outside a circle, which no linear network tells apart. */
    private static Dataset ring() {
        Rng rng = Rng.of(5);
        float[] inputs = new float[2 * 400];
        float[] targets = new float[400];
        for (int i = 0; i < targets.length; i++) {
            inputs[2 * i] = (float) rng.nextGaussian();
            inputs[2 * i + 1] = (float) rng.nextGaussian();
            targets[i] = Math.hypot(inputs[2 * i], inputs[2 * i + 1]) < 1.2 ? 0 : 1;
        }
        return new Dataset(Shape.of(2), inputs, Dataset.Task.classification(2), targets);
    }

    @Test
    @DisplayName("The document's code is the code of these files")
    void document_showsTheFilesThatAreTested() throws IOException {
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT))
                .results().map(block -> block.group(1)).toList();
        assertEquals(3, blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            String file = List.of("GatedLinearUnit.java", "Square.java", "CustomNetwork.java").get(i);
            assertEquals(Files.readString(SOURCES.resolve(file)), blocks.get(i), file);
        }
    }

    @Test
    void gradients_areRight() {
        List<GradientVerdict> verdicts = CustomNetwork.check(architecture);
        assertEquals(List.of("gated_linear_unit_1.W", "gated_linear_unit_1.b", "gated_linear_unit_1.V",
                "gated_linear_unit_1.c", "dense_1.W", "dense_1.b", "output.W", "output.b"),
                verdicts.stream().map(GradientVerdict::name).toList());
        verdicts.forEach(verdict -> assertTrue(verdict.isRight() && !verdict.vanished(), verdict::toString));
    }

    @Test
    void network_learns() {
        TrainSpec spec = TrainSpec.of(new Adam(0.9, 0.999, 1e-7), 0.01, 32, 20);
        Map<String, Double> metrics = CustomNetwork.train(architecture, spec, data);
        assertTrue(metrics.get("accuracy") > 0.95, metrics::toString);
    }
}
