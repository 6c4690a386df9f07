package gridrun.trial;

import java.util.Random;

/** How often each trial is made, and where its chances come from. */
public final class Trials {

    /** Whether all are made, as often as docs/reliability.md says. */
    public static final boolean FULL = System.getProperty("trials", "short").equals("full");

    private static final long SEED = Long.getLong("trials.seed", 14);

    private Trials() {
    }

    /** So many times in short, or in full. */
    public static int times(int few, int all) {
        return FULL ? all : few;
    }

    /** The chances of a trial's n-th time: the same in every run of it. */
    public static Random random(String trial, int n) {
        return new Random((SEED * 31 + trial.hashCode()) * 31 + n);
    }

    /** Tells a figure of a trial, in a line. */
    public static void tell(String trial, String format, Object... values) {
        System.out.println("trial | " + trial + " | " + format.formatted(values));
    }
}
