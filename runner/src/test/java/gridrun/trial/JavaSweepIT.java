package gridrun.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.cli.Runner;
import gridrun.cli.Runner.Ended;
import gridrun.store.Run;
import gridrun.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that a Java file says is published, and continued after a kill, as that of a YAML file is. */
@Tag("long")
class JavaSweepIT {

    private static final int RUNS = 6;
    private static final String YAML = """
            name: trial
            data: {type: spirals, samples: 2000}
            model: {hidden: [64, 64]}
            train: {epochs: 100, log: [gradient_norm]}
            sweep: {parameters: {learning_rate: [0.003, 0.01, 0.03]}, seeds: 2}
            tags: {team: vision}
            checkpoint: {every_seconds: 0.1}
            """;
    private static final String JAVA = """
            import static gridrun.dsl.Words.*;

            class Trial {

                static gridrun.dsl.Experiment define() {
                    return experiment("trial").data(spirals().samples(2000)).model(mlp(64, 64))
                            .train(t -> t.epochs(100).log(GRADIENT_NORM))
                            .over(LEARNING_RATE, 0.003, 0.01, 0.03).seeds(2)
                            .tag("team", "vision").checkpoint(c -> c.everySeconds(0.1));
                }
            }
            """;

    @TempDir
    static Path temporary;
    private static ServerSweep sweep;

    @BeforeAll
    static void undisturbed() throws Exception {
        sweep = new ServerSweep(temporary, "Trial.java", JAVA);
    }

    @BeforeEach
    void begin() throws Exception {
        sweep.server().putAway(ServerSweep.NAME);
    }

    @AfterAll
    static void stop() throws Exception {
        sweep.close();
    }

    @Test
    void published_isWhatTheYamlOfItPublishes_butForTheFilesName() throws Exception {
        Path results = temporary.resolve("yaml");
        Path file = Files.writeString(temporary.resolve("trial.yaml"), YAML);
        Ended ended = Runner.in(results).run(file.toString(), "--tracking-uri", sweep.server().uri());
        assertEquals(0, ended.exit(), ended::toString);
        sweep.assertStoreUndisturbed(results, ended);
        Content.ofServer(sweep.server(), ServerSweep.NAME).replacing(file.toString(), sweep.file().toString())
                .assertIs(sweep.remote(), ended::toString);
    }

    @Test
    void killed_isContinuedByTheSameCommand_eachRunTrainedOnce() throws Exception {
        Path results = temporary.resolve("killed");
        Runner runner = Runner.in(results);
        Process process = runner.start(sweep.command("--jobs", "1"));
        while (process.isAlive() && !runner.err().contains("2/%d ".formatted(RUNS))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        process.destroyForcibly().waitFor();
        long done = completed(results);
        assertTrue(done >= 2 && done < RUNS, runner.out());
        Ended ended = runner.run(sweep.command("--jobs", "1"));
        assertEquals(0, ended.exit(), ended::toString);
        assertTrue(ended.out().contains("(%d done, %d to do)".formatted(done, RUNS - done)), ended::toString);
        sweep.assertUndisturbed(results, ended);
    }

    private static long completed(Path results) {
        try (Store store = Store.read(results)) {
            return store.sweeps(ServerSweep.NAME).stream().flatMap(each -> store.runs(each.sweepId()).stream())
                    .filter(Run::isCompleted).count();
        }
    }
}
