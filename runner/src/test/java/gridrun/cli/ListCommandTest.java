package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.reference.Chapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ListCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String list(boolean unicode, int code, String... words) {
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, unicode);
        assertEquals(code, Main.run(Stream.concat(Stream.of("list"), Stream.of(words)).toList(), Map.of(), terminal,
                new Interruption()));
        return out.toString(StandardCharsets.UTF_8);
    }

    static Stream<String> kinds() {
        return Chapter.all().stream().map(Chapter::name);
    }

    @Test
    void list_withoutAKind_showsTheKindsAndTheirNames() {
        String shown = list(true, Exit.DONE);
        assertTrue(shown.contains("\noptimizers    sgd, adagrad, adadelta, rmsprop, adam, adamw, "), shown);
        kinds().forEach(kind -> assertTrue(("\n" + shown).contains("\n" + kind + " "), shown));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void list_kind_namesAllOfItWithinEightyColumnsOfAscii(String kind) {
        String shown = list(false, Exit.DONE, kind);
        shown.lines().forEach(line -> assertTrue(line.matches("[ -~]{0,80}"), line));
        Chapter chapter = Chapter.all().stream().filter(c -> c.name().equals(kind)).findFirst().orElseThrow();
        chapter.entries().stream().flatMap(entry -> entry.rows().stream())
                .forEach(row -> assertTrue(shown.lines().anyMatch(line -> line.strip().startsWith(row.name() + " ")),
                        row.name()));
    }

    @Test
    void list_name_showsItsSettingsBelowEachOther() {
        assertEquals("""
                adamw
                  Adam with weight decay decoupled from the gradient: before each step w = w (1
                  - rate λ), biases left alone.
                    weight_decay  λ (number from 0; default 0.01)
                    beta1         the share of the past in the mean (number from 0 to below 1;
                                  default 0.9)
                    beta2         the share of the past in the mean square (number from 0 to
                                  below 1; default 0.999)
                    epsilon       what keeps the divisor from 0 (number from 1e-30 to 1e30;
                                  default 1e-7)
                  Example: train: {optimizer: {adamw: 0.05}, learning_rate: 0.001}
                  Source: Loshchilov and Hutter, Decoupled weight decay regularization, 2019.
                """, list(true, Exit.DONE, "adamw"));
    }

    @Test
    void list_alias_showsWhatItMeans() {
        assertTrue(list(true, Exit.DONE, "swish").startsWith("silu (also swish)\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        optimisers | list: there is no 'optimisers'; did you mean 'optimizers'?
        adan       | list: there is no 'adan'; did you mean 'adam'?
        zzzzzz     | list: there is no 'zzzzzz'; the kinds are experiment, settings, data
        """)
    void list_unknownKind_namesTheNearMiss(String word, String expected) {
        list(true, Exit.BAD_INPUT, word);
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith(expected), err.toString(StandardCharsets.UTF_8));
    }
}
