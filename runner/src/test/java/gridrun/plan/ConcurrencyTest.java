package gridrun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyTest {

    @ParameterizedTest(name = "--jobs {0} --threads {1}: {2} runs on {3} cores")
    @CsvSource({
        "2, 0, 20, 2, 2, 1", // many runs: one a core
        "2, 0,  1, 2, 1, 2", // one run: all cores
        "8, 0,  3, 8, 3, 2", // fewer runs than cores: each its share
        "1, 0,  1, 8, 1, 1", // --jobs 1 asks for one core
        "9, 0,  1, 2, 1, 2", // more jobs than cores give no more threads than cores
        "2, 0,  0, 2, 1, 2", // nothing to do
        "2, 1,  1, 2, 1, 1", // asked for
        "2, 3,  9, 2, 2, 3", // asked for, more than there are
    })
    void of_runsAndCores_dividesTheCores(int jobs, int threads, int runs, int cores, int atOnce, int threadsEach) {
        assertEquals(new Concurrency(atOnce, threadsEach), new Concurrency(jobs, threads).of(runs, cores));
    }

    @Test
    void note_forMoreThreadsThanCores_saysSo() {
        assertEquals("2 runs at a time on 3 threads each, but 4 cores: they take turns, the results are the same",
                new Concurrency(2, 3).note(4));
        assertEquals("1 run at a time on 2 threads each, but 1 core: they take turns, the results are the same",
                new Concurrency(1, 2).note(1));
    }

    @Test
    void note_whereEveryThreadHasACore_isNone() {
        assertNull(new Concurrency(2, 2).note(4));
        assertNull(new Concurrency(1, 1).note(1));
    }
}
