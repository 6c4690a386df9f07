package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.bench.Benchmark;
import gridrun.bench.Benchmarks;
import gridrun.bench.Measurements.Measurement;
import gridrun.config.Problems;
import gridrun.config.Tree;
import gridrun.config.YamlReader;
import gridrun.kernel.choice.KernelChoice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class BenchCommandTest {

    private static final String SHORT = "0.001";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String bench(int code, String... words) {
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, false);
        assertEquals(code, Main.run(Stream.concat(Stream.of("bench"), Stream.of(words)).toList(), Map.of(), terminal,
                new Interruption()), err::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void json_isAnArrayWithAnObjectARow() {
        String json =
                bench(Exit.DONE, "--format", "json", "--seconds", SHORT, "--only", "exp,fma_ceiling/128,step/2-64");
        Problems problems = new Problems();
        Tree.Sequence rows = (Tree.Sequence) new YamlReader(problems).text("json", json).orElseThrow();
        assertTrue(problems.isEmpty(), problems::render);
        assertEquals(List.of("fma_ceiling/128", "exp/131072", "step/2-64-32-1"), column(rows, "name"));
        assertEquals(List.of("GFLOP/s", "GFLOP/s", "µs"), column(rows, "unit"));
        column(rows, "value").forEach(value -> assertTrue(Double.parseDouble(value) > 0, value));
        assertEquals("null", column(rows, "of_ceiling").get(0), "narrow vectors have a ceiling of their own");
        column(rows, "of_ceiling").stream().skip(1).forEach(share -> assertTrue(Double.parseDouble(share) > 0, share));
    }

    private static List<String> column(Tree.Sequence rows, String key) {
        return rows.items().stream()
                .map(row -> ((Tree.Scalar) ((Tree.Mapping) row).entries().get(key).value()).text()).toList();
    }

    @Test
    void table_hasARowAMeasurementAndSaysHow() {
        List<String> lines = bench(Exit.DONE, "--seconds", SHORT, "--threads", "2", "--only", "allocation,step/784")
                .lines().toList();
        assertTrue(lines.get(0).matches("name +value +unit +of_ceiling"), lines::toString);
        assertTrue(lines.get(1).matches("step/784-128-10 +[0-9.]+ +us +[0-9.e-]+"), lines::toString);
        assertTrue(lines.get(2).matches("allocation/2-64-32-1 +[0-9.]+ +bytes a step"), lines::toString);
        String method = lines.get(lines.size() - 2);
        assertTrue(method.contains("2 threads, " + KernelChoice.best().create().description()), method);
    }

    @Test
    void every_benchmark_measuresWhatItsNameSays() {
        for (Benchmark benchmark : Benchmarks.all(2)) {
            Measurement measured = benchmark.measure(1, 0.001);
            assertEquals(benchmark.name(), measured.name());
            assertTrue(measured.value() >= 0 && Double.isFinite(measured.value()), measured::toString);
        }
    }

    @Test
    void scaling_onOneCore_isNotMeasured() {
        assertTrue(Benchmarks.all(1).stream().noneMatch(benchmark -> benchmark.name().matches("(threads|jobs)_2.*")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --only softmaks  | --only: no row begins with 'softmaks'; did you mean 'softmax'?
        --only quicksort | --only: no row begins with 'quicksort'; there are fma_ceiling, sgemm, conv2d, softmax, exp, adam, step,
        --only sgemm,    | --only: no row begins with ''
        --seconds 0      | --seconds: '0' is not a number of seconds above 0, such as 0.5
        --seconds soon   | --seconds: 'soon' is not a number of seconds above 0, such as 0.5
        --threads 0      | --threads: '0' is not a whole number from 1 to 256
        --format yaml    | --format: 'yaml' is not one of table, csv, json, md
        sgemm            | bench takes options alone; --only sgemm picks rows
        """)
    void mistake_isToldWithWhatWouldBeRight(String words, String expected) {
        bench(Exit.BAD_INPUT, words.split(" "));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith(expected), err.toString(StandardCharsets.UTF_8));
    }
}
