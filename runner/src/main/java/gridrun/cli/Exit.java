package gridrun.cli;

/** The exit codes; where several hold, the first of interrupted, bad input, run failed, not delivered is told. */
final class Exit {

    static final int DONE = 0;
    /** Some run failed, after the others finished. */
    static final int RUN_FAILED = 1;
    /** The file, the arguments or the data are not right; nothing was run. */
    static final int BAD_INPUT = 2;
    /** Stopped from outside; the same command continues. */
    static final int INTERRUPTED = 130;

    private Exit() {
    }

    /** The code to tell of two that hold. */
    static int worse(int one, int other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(int code) {
        return switch (code) {
            case INTERRUPTED -> 3;
            case BAD_INPUT -> 2;
            case RUN_FAILED -> 1;
            default -> 0;
        };
    }
}
