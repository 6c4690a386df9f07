package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.cli.Runner;
import gridrun.cli.Runner.Ended;
import gridrun.trial.ServerTrial;
import gridrun.trial.Trials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy before a real server does to a part of the requests what a bad one does, to a runner with a small heap. */
class FaultyProxyIT extends ServerTrial {

    /** For the rest of such an answer its reader waits for half a minute. */
    private static final Set<Faults> SLOW = EnumSet.of(Faults.DRIPS, Faults.TRUNCATES);
    private static final int MOST_SLOW = 2;
    /** Each alone takes a minute or two; in short form those that leave most to guess. */
    private static final Set<Faults> IN_SHORT = EnumSet.of(Faults.CUTS_AFTER_THE_SERVER_ACTED, Faults.ACTS_LATE);
    private static final int ONE_OF = 6;

    /** The number of faults. */
    private static int runThrough(List<Faults> faults, String name, int number) throws Exception {
        Path results = temporary.resolve(name + number);
        Random random = Trials.random(name, number);
        AtomicInteger happened = new AtomicInteger();
        AtomicInteger slow = new AtomicInteger();
        try (ForwardingProxy proxy = new ForwardingProxy(sweep.server().uri())) {
            proxy.troubles.add((request, exchange) -> {
                Faults fault;
                synchronized (random) {
                    fault = faults.get(random.nextInt(faults.size()));
                    if (!request.alters() || random.nextInt(ONE_OF) > 0
                            || SLOW.contains(fault) && slow.incrementAndGet() > MOST_SLOW) {
                        return false;
                    }
                }
                happened.incrementAndGet();
                return fault.happens(proxy, request, exchange);
            });
            Ended ended = Runner.in(results).withOptions("-Xmx200m").run(sweep.commandTo(proxy.uri()));
            assertEquals(0, ended.exit(), ended::toString);
            proxy.troubles.clear();
            sweep.assertUndisturbed(results, ended, proxy.uri());
        }
        assertTrue(happened.get() > 0, "no request met a fault");
        return happened.get();
    }

    @ParameterizedTest
    @EnumSource(Faults.class)
    void eachFault_leavesWhatAnUndisturbedSweepLeaves(Faults fault) throws Exception {
        assumeTrue(Trials.FULL || IN_SHORT.contains(fault), "alone in mvn verify -Ptrials, and mixed here");
        int happened = runThrough(List.of(fault), fault.name(), 0);
        Trials.tell("faulty proxy", "%s: %d requests, as undisturbed", fault, happened);
    }

    @Test
    void allFaultsMixed_leaveWhatAnUndisturbedSweepLeaves() throws Exception {
        List<Integer> happened = new ArrayList<>();
        for (int i = 0; i < Trials.times(1, 5); i++) {
            happened.add(runThrough(List.of(Faults.values()), "mixed", i));
        }
        Trials.tell("faulty proxy", "all faults mixed, %d times, %s requests: as undisturbed", happened.size(),
                happened);
    }
}
