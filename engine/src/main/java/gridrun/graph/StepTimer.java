package gridrun.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Times the parts of training steps by a clock that is read once a part. Belongs to one thread, as the network does.
 *
 * <p>The first steps are left out of what is measured, for the compiler is still at work then: a power of two of them,
 * from a quarter to less than half of all. So nobody need say beforehand how many steps there will be.
 */
public final class StepTimer implements Profiler {

    /** The layer under which stands what belongs to a step and to no part of it. */
    public static final String REST = "rest";

    /**
     * A part as it was measured.
     *
     * @param calls in all measured steps
     * @param nanoseconds of all calls
     * @param flops of all calls
     */
    public record Measured(String layer, String operation, Pass pass, long calls, long nanoseconds, long flops) {
    }

    private record Name(String layer, String operation, Pass pass) {
    }

    /** Running sums of a part, with what they were after the last two powers of two of steps. */
    private static final class Sums {

        private long calls, nanoseconds, flops;
        private Measured latest, earlier;

        private void add(long ns, long floating) {
            calls++;
            nanoseconds += ns;
            flops += floating;
        }

        private Measured now(Name name) {
            return new Measured(name.layer, name.operation, name.pass, calls, nanoseconds, flops);
        }
    }

    private final LongSupplier clock;
    private final Map<Name, Sums> parts = new LinkedHashMap<>();
    private final Sums rest = new Sums();
    private long steps;
    private long last;

    /** @param clock nanoseconds from any point in time */
    public StepTimer(LongSupplier clock) {
        this.clock = clock;
        parts.put(new Name(REST, "", Pass.NEITHER), rest);
    }

    @Override
    public void epochBegins() {
        last = clock.getAsLong();
    }

    @Override
    public void stepBegins() {
        if (Long.bitCount(steps) == 1) {
            parts.forEach((name, sums) -> {
                sums.earlier = sums.latest;
                sums.latest = sums.now(name);
            });
        }
        steps++;
        lap(rest, 0);
    }

    @Override
    public Part part(String layer, String operation, Pass pass, long flops) {
        Sums sums = parts.computeIfAbsent(new Name(layer, operation, pass), name -> new Sums());
        return () -> lap(sums, flops);
    }

    private void lap(Sums sums, long flops) {
        long now = clock.getAsLong();
        sums.add(now - last, flops);
        last = now;
    }

    /** The first steps, which are not measured. */
    public long leftOut() {
        return Long.highestOneBit(Math.max(0, steps - 1)) / 2;
    }

    /** The steps that are measured. */
    public long steps() {
        return steps - leftOut();
    }

    /** The parts that were called, in the order they were named in, what belongs to none first. */
    public List<Measured> measured() {
        List<Measured> measured = new ArrayList<>();
        parts.forEach((name, sums) -> {
            Measured part = since(sums.earlier, sums.now(name));
            if (part.calls > 0) {
                measured.add(part);
            }
        });
        return measured;
    }

    private static Measured since(Measured before, Measured now) {
        return before == null ? now : new Measured(now.layer, now.operation, now.pass, now.calls - before.calls,
                now.nanoseconds - before.nanoseconds, now.flops - before.flops);
    }
}
