package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep in one process, and a browser's connection to another that watches it. */
class WatchIT {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    @TempDir
    Path temporary;

    @Test
    void watch_tellsOfASweepInAnotherProcess_andEndsWithCtrlC() throws Exception {
        assumeFalse(Runner.ignoresSignal(2), "whoever started the tests ignores the signal, and so does Java");
        Runner runner = Runner.in(temporary);
        Process sweep = runner.start("experiments/lr-sweep.yaml", "tracking=none", "plots=none", "epochs=100000",
                "seeds=1", "~early_stopping");
        while (sweep.isAlive() && !runner.out().contains("  cost ")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Process watch = runner.start("watch", "lr-sweep");
        try {
            URI address = address(runner, watch);
            String page = new String(address.toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(page.contains("0 of 4 runs have ended."), page);
            try (BufferedReader events = new BufferedReader(new InputStreamReader(
                    address.resolve("events").toURL().openStream(), StandardCharsets.UTF_8))) {
                assertEquals("event: changed", events.readLine());
                String first = events.readLine();
                assertEquals("", events.readLine());
                assertEquals("event: changed", events.readLine());
                assertFalse(first.equals(events.readLine()), first);
            }
            new ProcessBuilder("kill", "-INT", Long.toString(watch.pid())).start().waitFor();
            assertTrue(watch.waitFor(30, TimeUnit.SECONDS), "the process goes on");
            assertTrue(sweep.isAlive(), "the sweep goes on");
        } finally {
            watch.destroyForcibly();
            sweep.destroyForcibly().waitFor();
        }
    }

    private static URI address(Runner runner, Process watch) throws Exception {
        while (watch.isAlive()) {
            Matcher found = ADDRESS.matcher(runner.out());
            if (found.find()) {
                return URI.create(found.group());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(runner.out());
    }
}
