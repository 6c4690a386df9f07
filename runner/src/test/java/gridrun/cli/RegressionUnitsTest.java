package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real targets far from 0: what is told of them is in the file's unit, from the plan to the predictions. */
class RegressionUnitsTest {

    private static final double OFFSET = 1_700_000_000;

    @TempDir
    static Path directory;

    private record Ended(int exit, String out, String err) {
    }

    private static Ended run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, true);
        int exit = Main.run(List.of(words), Map.of("GRIDRUN_RESULTS_DIR", directory.resolve("results").toString()),
                terminal, Interruption.watch());
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static double time(int i) {
        return OFFSET + 50 * Math.sin(i / 32.0);
    }

    private static String file(String name) {
        return directory.resolve(name).toString();
    }

    @BeforeAll
    static void train() throws IOException {
        StringBuilder rows = new StringBuilder("x,id,time\n");
        StringBuilder asked = new StringBuilder("x,id\n");
        for (int i = 0; i < 200; i++) {
            rows.append("%s,row%d,%s\n".formatted(i / 10.0, i, time(i)));
            asked.append(i % 20 == 0 ? i / 10.0 + ",r\n" : "");
        }
        Files.writeString(directory.resolve("times.csv"), rows);
        Files.writeString(directory.resolve("asked.csv"), asked);
        Files.writeString(directory.resolve("times.yaml"), """
                name: times
                data: {type: csv, path: times.csv, ignore: [id], validation: 0.25}
                model: {type: mlp, hidden: [24, 24], activation: tanh}
                train: {optimizer: adam, learning_rate: 0.01, epochs: 150}
                tracking: none
                """);
        Ended ended = run(file("times.yaml"));
        assertEquals(0, ended.exit(), ended.err());
    }

    private static double figure(String name, String out) {
        Matcher line = Pattern.compile("(?m)^" + name + " +(\\S+)$").matcher(out);
        assertTrue(line.find(), out);
        return Double.parseDouble(line.group(1));
    }

    @Test
    void evaluate_tellsTheErrorInTheFilesUnit() {
        Ended ended = run("evaluate", "times");
        double loss = figure("loss", ended.out());
        double rmse = figure("rmse", ended.out());
        assertTrue(loss < 0.2, ended.out());
        assertEquals(Math.sqrt(loss) * 50 / Math.sqrt(2), rmse, 0.1 * rmse, "a sine deviates by its amplitude / √2");
        assertEquals(1 - loss, figure("r2", ended.out()), 0.1, ended.out());
        Ended again = run("evaluate", "times", file("times.csv"));
        assertTrue(figure("rmse", again.out()) < 20, again.out());
    }

    @Test
    void predict_answersInTheFilesUnit_withDecimals() {
        String[] lines = run("predict", "times", file("asked.csv")).out().split("\n");
        assertEquals(11, lines.length);
        boolean decimals = false;
        for (int i = 1; i < lines.length; i++) {
            assertEquals(time(20 * (i - 1)), Double.parseDouble(lines[i]), 60, lines[i]);
            decimals |= lines[i].contains(".");
        }
        assertTrue(decimals, String.join(" ", lines));
    }

    @Test
    @DisplayName("The plan says what the data were taken for, and what to write where that is not what was meant")
    void plan_saysWhatTheDataWereTakenFor() {
        Ended plan = run(file("times.yaml"), "--validate");
        assertTrue(
                plan.out().contains("200 rows of ") && plan.out().contains("times.csv: 150 to train, 50 to validate"),
                plan.out());
        assertTrue(plan.out().contains("1 input: 1 number; target time: real, 16999999"), plan.out());
        assertFalse(plan.out().contains("warning"), plan.out());
        Ended unusual = run(file("times.yaml"), "--validate", "data.ignore=[]");
        assertTrue(unusual.out().contains("warning         column id has another text in nearly every row"),
                unusual.out());
    }
}
