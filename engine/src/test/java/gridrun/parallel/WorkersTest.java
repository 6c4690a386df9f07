package gridrun.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16})
    void run_calledOften_doesEveryPartOnceACall(int size) {
        int[] done = new int[size];
        try (Workers workers = new Workers(size)) {
            for (int call = 1; call <= 20_000; call++) {
                workers.run(part -> done[part]++);
                for (int count : done) {
                    assertEquals(call, count);
                }
            }
        }
    }

    @Test
    void run_afterHelpersFellAsleep_doesEveryPart() throws InterruptedException {
        int[] done = new int[3];
        try (Workers workers = new Workers(3)) {
            for (int call = 0; call < 20; call++) {
                Thread.sleep(5);
                workers.run(part -> done[part]++);
            }
        }
        assertArrayEquals(new int[] {20, 20, 20}, done);
    }

    @Test
    void run_withPartsThatWaitForEachOther_runsThemAtOnce() {
        CountDownLatch all = new CountDownLatch(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = new Workers(3)) {
            workers.run(part -> {
                threads.add(Thread.currentThread());
                all.countDown();
                await(all);
            });
        }
        assertEquals(3, threads.size());
        assertTrue(threads.contains(Thread.currentThread()));
        assertTrue(threads.stream().allMatch(thread -> thread == Thread.currentThread() || thread.isDaemon()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void run_withAPartThatFails_throwsItsExceptionWhenAllHaveEnded(int failing) {
        RuntimeException failure = new RuntimeException("part " + failing);
        int[] done = new int[3];
        try (Workers workers = new Workers(3)) {
            RuntimeException thrown = assertThrows(RuntimeException.class, () -> workers.run(part -> {
                done[part]++;
                if (part == failing) {
                    throw failure;
                }
            }));
            assertSame(failure, thrown);
            assertArrayEquals(new int[] {1, 1, 1}, done);
            workers.run(part -> done[part]++);
            assertArrayEquals(new int[] {2, 2, 2}, done);
        }
    }

    @Test
    void run_withSeveralFailures_throwsTheFirstPartsAndKeepsTheOthers() {
        try (Workers workers = new Workers(3)) {
            Error thrown = assertThrows(Error.class, () -> workers.run(part -> {
                throw new AssertionError(part);
            }));
            assertEquals("0", thrown.getMessage());
            assertEquals(2, thrown.getSuppressed().length);
        }
    }

    @Test
    void run_onAnInterruptedThread_endsItsPartsAndStaysInterrupted() {
        CountDownLatch begun = new CountDownLatch(1);
        int[] done = new int[2];
        try (Workers workers = new Workers(2)) {
            workers.run(part -> {
                if (part == 0) {
                    await(begun); // the helper has its part
                    Thread.currentThread().interrupt();
                } else {
                    begun.countDown();
                    sleepMs(100);
                }
                done[part]++;
            });
            assertTrue(Thread.interrupted());
        }
        assertArrayEquals(new int[] {1, 1}, done);
    }

    private static void sleepMs(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void close_afterUse_endsTheThreads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(4);
        Workers workers = new Workers(4);
        workers.run(part -> {
            threads.add(Thread.currentThread());
            all.countDown();
            await(all);
        });
        workers.close();
        workers.close();
        threads.remove(Thread.currentThread());
        assertEquals(3, threads.size());
        threads.forEach(thread -> assertFalse(thread.isAlive()));
        assertThrows(IllegalStateException.class, () -> workers.run(part -> {}));
    }

    @Test
    void run_afterTheFirst_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Workers.Task nothing = part -> {};
        try (Workers workers = new Workers(3)) {
            long allocated = 1;
            // what the compiler still moves is no matter
            for (int attempt = 0; attempt < 50 && allocated > 0; attempt++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int call = 0; call < 100; call++) {
                    workers.run(nothing);
                }
                allocated = threads.getCurrentThreadAllocatedBytes() - before;
            }
            assertEquals(0, allocated);
        }
    }

    @Test
    void begin_ofEveryPart_dividesInWholeUnitsAsEvenlyAsCanBe() {
        for (int n : new int[] {0, 1, 5, 12, 13, 100, 256, 1031, Integer.MAX_VALUE - 20}) {
            for (int unit : new int[] {1, 12, 16, 32}) {
                for (int parts : new int[] {1, 2, 3, 5, 64}) {
                    int[] begins = new int[parts + 1];
                    Arrays.setAll(begins, part -> Workers.begin(part, parts, n, unit));
                    assertEquals(0, begins[0]);
                    assertEquals(n, begins[parts]);
                    int most = (int) (((n - 1L + unit) / unit + parts - 1) / parts);
                    for (int part = 0; part < parts; part++) {
                        assertTrue(begins[part] == n || begins[part] % unit == 0);
                        assertTrue(begins[part + 1] >= begins[part]);
                        assertTrue(begins[part + 1] - begins[part] <= (long) most * unit);
                    }
                }
            }
        }
    }

    @Test
    void team_ofNobody_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Workers(0));
    }
}
