package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.text.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody made to hurt whoever reads them: refused in words, in bounded time, memory and output. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
class HostileFilesTest {

    private static final String DATA = "data: {blobs: {}}\n";
    private static final String MODEL = "model: {mlp: {hidden: [4]}}\n";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int run(String... words) {
        told.reset();
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        return Main.run(List.of(words), Map.of(), new Terminal(stream, stream, false, 80, true), new Interruption());
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String list(int count, String item) {
        return IntStream.range(0, count).mapToObj(i -> item.replace("#", Integer.toString(i)))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> bombs() {
        return Stream.of(
                "name: a\n" + DATA
                        + "model: {sequential: {layers: [{repeat: {count: 2147483647, layers: [{dense: 4}]}}]}}\n",
                "name: a\n" + DATA + "model: {sequential: {layers: [" + "{repeat: {count: 1000, layers: [".repeat(12)
                        + "{activation: linear}" + "]}}".repeat(12) + "]}}\n",
                "name: a\n" + DATA + "model: {sequential: {layers: ["
                        + list(3_000, "{repeat: {count: 9000, layers: [{activation: relu}]}}") + "]}}\n",
                "name: a\n" + DATA + "model: {mlp: {hidden: [" + list(200_000, "4") + "]}}\n",
                "name: a\n" + DATA + MODEL + IntStream.range(0, 100_000).mapToObj(i -> "k" + i + ": 1\n")
                        .collect(Collectors.joining()),
                "name: a\n" + DATA + MODEL + "tags: {" + list(60_000, "t#: 1") + ", x: {}}\n",
                "name: a\n" + DATA + MODEL + "sweep: {parameters: {learning_rate: [" + list(90_000, "-#") + "]}}\n",
                "name: a\n" + DATA + MODEL + "sweep: {parameters: {" + list(50_000, "k#: [1, 2]") + "}}\n",
                "name: a\n" + DATA + MODEL + "sweep: {cases: {" + list(40_000, "c#: {x: 1}") + "}}\n",
                "name: a\n" + DATA + MODEL + "sweep: {zip: {learning_rate: [" + list(60_000, "0.#")
                        + "], momentum: [1]}}\n",
                "name: a\n" + DATA + MODEL + "smoke: {" + list(50_000, "k#: 1") + "}\n",
                "name: a\n" + DATA + MODEL + "expect: [" + list(60_000, "'x#'") + "]\n",
                "name: a\n" + DATA + MODEL + "sweep: {parameters: {learning_rate: [" + list(3_000, "0.0#1")
                        + "]}, exclude: [" + list(10_000, "{learning_rate: 9#}") + "]}\n",
                "name: a\nseed: " + "1".repeat(1_000_000) + "\n" + DATA + MODEL,
                "name: a\n" + DATA + MODEL + "train: {learning_rate: 1e" + "9".repeat(300) + "}\n",
                "name: " + "a".repeat(1_000_000) + "\n" + DATA + MODEL,
                "name: a\n" + "x".repeat(500_000) + ": 1\n" + DATA + MODEL,
                "name: a\ndata: {blobs: {examples: 2000000000, classes: 2000000000}}\n" + MODEL,
                "name: a\ndata: {blobs: {examples: 2000000000}}\nmodel: {mlp: {hidden: [2000000000, 2000000000]}}\n",
                "a: &a [x, x, x, x, x, x, x, x, x]\n" + IntStream.range(0, 12).mapToObj(i -> "b" + i + ": &b" + i + " ["
                        + list(9, i == 0 ? "*a" : "*b" + (i - 1)) + "]\n").collect(Collectors.joining()),
                "[".repeat(500_000), "{a: ".repeat(200_000), "- ".repeat(500_000), "? ".repeat(400_000),
                "\"".repeat(999_999),
                "'".repeat(999_999), "#".repeat(999_999), "&a ".repeat(300_000), "!a ".repeat(300_000),
                "\t".repeat(999_999));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBomb_isRefusedInAFewLines(String text) throws IOException {
        assertEquals(Exit.BAD_INPUT, run(write("bomb.yaml", text), "--validate"), told());
        assertEquals(Visible.text(told()), told());
        assertFalse(told().contains("\tat "), told());
        assertTrue(told().length() < 1 << 18, "told in " + told().length() + " characters");
    }

    @Test
    void aHundredThousandErrors_areCounted() throws IOException {
        assertEquals(Exit.BAD_INPUT, run(write("a.yaml", "name: a\n" + DATA + MODEL
                + "expect: [" + list(1_200, "'x#'") + "]\n"), "--validate"));
        assertTrue(told().endsWith("and more than 950 more\nmore than 1,000 errors, nothing was run.\n"), told());
    }

    @Test
    void extendsOfFilesThatExtendEachOtherWithoutEnd_isRefused() throws IOException {
        for (int i = 0; i < 6_000; i++) {
            write(i + ".yaml", "extends: " + (i + 1) + ".yaml\n");
        }
        assertEquals(Exit.BAD_INPUT, run(directory.resolve("0.yaml").toString(), "--validate"));
        assertTrue(told().contains("50.yaml:1:10: extends: files extend each other more than 50 deep"), told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"root:$y$j9T$secret:19000::::::\ndaemon:*:19000::::::\n", "secret: 1\n",
        "name: secret\npassword: secret\n",
        "- secret\n", "secret", "{name: secret, secret", "\"secret\u0000\""})
    void extendsOfAFileThatIsNoExperiment_showsNothingOfIt(String content) throws IOException {
        write("shadow", content);
        assertEquals(Exit.BAD_INPUT, run(write("a.yaml", "extends: shadow\n" + DATA + MODEL), "--validate"));
        assertTrue(told().contains("a.yaml:1:10: extends: " + directory.resolve("shadow") + " is no experiment file"),
                told());
        assertFalse(told().contains("secret"), told());
    }

    @Test
    void pipesAndDevices_areRefusedBeforeTheyAreOpened() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        for (String file : List.of(pipe.toString(), "/dev/zero", "/proc/kmsg")) {
            String refusal = file + " is no regular file, but a pipe or a device, or one of the system's";
            assertEquals(Exit.BAD_INPUT, run(file, "--validate"));
            assertTrue(told().contains(file + ": this is no regular file"), told());
            assertEquals(Exit.BAD_INPUT, run(write("a.yaml", "extends: " + file + "\n"), "--validate"));
            assertTrue(told().contains("a.yaml:1:10: extends: " + refusal), told());
            assertEquals(Exit.BAD_INPUT,
                    run(write("a.yaml", "name: a\ndata: {csv: {path: " + file + "}}\n" + MODEL), "--validate"));
            assertTrue(told().contains("data.path: " + refusal), told());
            assertEquals(Exit.BAD_INPUT,
                    run(write("a.yaml", "name: a\ndata: {idx: {images: " + file + ", labels: x}}\n" + MODEL),
                            "--validate"));
            assertTrue(told().contains("data.images: " + refusal), told());
        }
    }

    @Test
    void aHeaderThatPromisesMoreThanThereCanBe_takesNoMemory() throws IOException {
        byte[] header = {0, 0, 8, 3, 0x7f, -1, -1, -1, 0, 0, 4, 0, 0, 0, 4, 0};
        Files.write(directory.resolve("images"), header);
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(directory.resolve("images.gz")))) {
            zip.write(header);
            for (int i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        for (String name : List.of("images", "images.gz")) {
            assertEquals(Exit.BAD_INPUT, run(write("a.yaml",
                    "name: a\ndata: {idx: {images: " + name + ", labels: x}}\n" + MODEL), "--validate"));
            assertTrue(told().contains("data.images: "), told());
            assertTrue(told().contains("it promises [2147483647, 1024, 1024] = 4,294,967,296 elements, but at most"),
                    told());
        }
    }

    @Test
    void namesValuesTagsPathsAndCells_cannotSteerTheTerminal() throws IOException {
        String nasty = "\"\\e[2J\\u009b31m\\u202e\\0\\n\\r\"";
        write("a\u001b[31m.csv", "x,y\n1,\u001b[2J\n2,\u202e\n3,\u009b31m\n");
        for (String text : List.of(
                "name: " + nasty + "\n" + DATA + MODEL,
                nasty + ": 1\nname: a\n" + DATA + MODEL,
                "name: a\ntags: {" + nasty + ": {a: 1}}\n" + DATA + MODEL,
                "name: a\ntracking: " + nasty + "\n" + DATA + MODEL,
                "extends: " + nasty + "\n",
                "name: a\nexpect: [" + nasty + "]\n" + DATA + MODEL,
                "name: a\ndata: {csv: {path: " + nasty + "}}\n" + MODEL,
                "name: a\ndata: {csv: {path: \"a\\e[31m.csv\", target: " + nasty + "}}\n" + MODEL,
                "name: a\ndata: {csv: {path: \"a\\e[31m.csv\"}}\n" + MODEL,
                "name: a\n" + DATA + MODEL + "sweep: {cases: {" + nasty + ": {epochs: 1}, b: {epochs: 2}}}\n",
                "name: a\n" + DATA + MODEL + "sweep: {parameters: {activation: [" + nasty + "]}}\n")) {
            String file = write("a\u202e.yaml", text);
            for (String option : List.of("--validate", "--render")) {
                run(file, option, "epochs=\u001b[2J1");
                assertEquals(Visible.text(told()), told(), "%s of %s".formatted(option, Visible.text(text)));
            }
        }
        run("no\u001b[2Jfile.yaml");
        assertEquals("no\\u001b[2Jfile.yaml: there is no such file\n1 error, nothing was run.\n", told());
        run("--no\u009b31msuch");
        assertEquals(Visible.text(told()), told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--jobs 257", "--threads 257", "--jobs 999999", "--threads 99999999999",
        "--jobs 200 --threads 200"})
    void moreThreadsThanMakeSense_areRefused(String options) {
        List<String> words = new ArrayList<>(List.of("x.yaml"));
        words.addAll(List.of(options.split(" ")));
        assertEquals(Exit.BAD_INPUT, run(words.toArray(String[]::new)));
        assertTrue(told().matches("--(jobs|threads): ('\\d+' is not a whole number from 1 to 256|"
                + "200 in each of 200 --jobs are 40,000; there may be 1,024 together)\\n"), told());
    }

    @Test
    void anError_isOneSentence() {
        assertTrue(Main.reason(new OutOfMemoryError()).startsWith("out of memory: the "));
        assertTrue(Main.reason(new StackOverflowError()).contains("nested too deep"));
        assertTrue(Main.reason(new NoClassDefFoundError("x")).contains("NoClassDefFoundError: x"));
    }
}
