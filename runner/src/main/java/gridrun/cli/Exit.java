package gridrun.cli;

import java.util.List;

/** The exit codes. */
final class Exit {

    static final int DONE = 0;
    /** Some run failed, after the others finished; or not all could be made of them that was asked for. */
    static final int RUN_FAILED = 1;
    /** The file, the arguments or the data are not right; nothing was run. */
    static final int BAD_INPUT = 2;
    /** What the file expects of the results does not hold. */
    static final int MISSED = 3;
    /** Not everything was brought to MLflow, which {@code --require-tracking} asks for. */
    static final int NOT_DELIVERED = 4;
    /** Nobody reads the output any more, as after {@code | head}: the code of a program that SIGPIPE (13) ends. */
    static final int PIPE_CLOSED = 128 + 13;
    /** Stopped from outside; the same command continues. */
    static final int INTERRUPTED = 130;

    private static final List<Integer> WORST_FIRST =
            List.of(INTERRUPTED, BAD_INPUT, RUN_FAILED, MISSED, NOT_DELIVERED, PIPE_CLOSED, DONE);

    private Exit() {
    }

    /** The code to tell of two that hold. */
    static int worse(int one, int other) {
        return WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;
    }
}
