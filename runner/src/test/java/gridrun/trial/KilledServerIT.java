package gridrun.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.cli.Runner;
import gridrun.cli.Runner.Ended;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that is killed or stands still while runs train, alone and together with who trains them. */
class KilledServerIT extends ServerTrial {

    /** From the command's start; it has ended after about this. */
    private static final int MOMENTS_MS = 6_000;

    @Test
    void serverKilledOrStopped_nothingIsLostOrTwice() throws Exception {
        int times = Trials.times(2, 20);
        int stillMs = Trials.times(4_000, 60_000);
        for (int i = 0; i < times; i++) {
            Random random = Trials.random("server", i);
            Path results = temporary.resolve("server-" + i);
            Runner runner = Runner.in(results);
            Process process = runner.start(sweep.command());
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOMENTS_MS));
            if (i % 2 == 0) {
                sweep.server().kill();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
                sweep.server().restart();
            } else {
                sweep.server().standStill(stillMs);
            }
            Ended ended = runner.await(process);
            assertEquals(0, ended.exit(), ended::toString);
            sweep.assertUndisturbed(results, ended);
        }
        Trials.tell("killed server", "%d times killed or stopped for %d s: as undisturbed", times, stillMs / 1_000);
    }

    @Test
    void bothKilledTogether_theSameCommandDoesTheRest() throws Exception {
        int times = Trials.times(2, 20);
        int kills = 0;
        for (int i = 0; kills < times; i++) {
            Random random = Trials.random("both", i);
            Path results = temporary.resolve("both-" + i);
            Runner runner = Runner.in(results);
            for (int again = random.nextInt(3); again >= 0; again--, kills++) {
                Process process = runner.start(sweep.command());
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(MOMENTS_MS));
                process.destroyForcibly();
                sweep.server().kill();
                process.waitFor();
                sweep.server().restart();
            }
            Ended ended = runner.run(sweep.command());
            assertEquals(0, ended.exit(), ended::toString);
            sweep.assertUndisturbed(results, ended);
        }
        Trials.tell("both killed", "%d times: as undisturbed", kills);
    }
}
