package gridrun.artifact;

import gridrun.data.DataUnavailable;

/** Why something failed, in a line. */
public final class Reason {

    private Reason() {
    }

    /** The error's kind and its message; what a user can do, where that is known. */
    public static String of(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "out of memory: %d MB were not enough; fewer --jobs or a larger java -Xmx help"
                    .formatted(Runtime.getRuntime().maxMemory() >> 20);
        }
        if (e instanceof DataUnavailable && e.getMessage() != null) {
            return e.getMessage();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
