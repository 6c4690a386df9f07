package gridrun.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.kernel.choice.KernelChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A warm step allocates nothing, whatever was trained before it")
@Tag("long")
@EnabledIf("hasVectors")
class StepOrdersTest {

    static boolean hasVectors() {
        return KernelChoice.best().reason() == null;
    }

    /** Orders in which JDK 17 once kept vectors as objects, and the flags with which it did. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -XX:+TieredCompilation | 784-128-10 lstm cnn transformer 2-64-32-1
        -XX:+TieredCompilation | 784-128-10 transformer cnn 2-64-32-1 lstm
        -XX:UseAVX=2           | 784-128-10 2-64-32-1 cnn lstm transformer
        -XX:MaxVectorSize=32   | lstm transformer 2-64-32-1 784-128-10 cnn
        """)
    void step_afterOthers_allocatesNothing(String flag, String order) throws IOException, InterruptedException {
        List<String> names = List.of(order.split(" "));
        List<String> command = new ArrayList<>(List.of(WidthBenchmark.java(), flag, "--add-exports",
                "java.base/jdk.internal.module=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                StepOrders.class.getName()));
        command.addAll(names);
        Process java = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String told = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor());
        assertEquals(names.stream().map(name -> name + " 0.0").toList(), told.lines().toList());
    }
}
