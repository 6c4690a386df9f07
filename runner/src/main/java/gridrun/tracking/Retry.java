package gridrun.tracking;

import gridrun.tracking.MlflowException.Kind;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Tries again what may pass, with growing pauses; an interrupt ends it. */
final class Retry {

    /** For a request that may contain an item which the server cannot store. */
    static final int TRIES = 5;

    /** For its parts, once the whole is suspect. */
    static final int TRIES_OF_A_PART = 2;

    /** A request to MLflow. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws MlflowException, InterruptedException;
    }

    private final Timing timing;
    private final Consumer<String> trouble;
    private final Runnable answered;

    /**
     * @param trouble told what is wrong each time before a pause
     * @param answered told of each request that succeeded: a slow server is not one that hangs
     */
    Retry(Timing timing, Consumer<String> trouble, Runnable answered) {
        this.timing = timing;
        this.trouble = trouble;
        this.answered = answered;
    }

    /** The same for requests whose success is no progress: looking, again and again, for what does not come. */
    Retry unheard() {
        return new Retry(timing, trouble, () -> {
        });
    }

    /** A request whose answer says nothing. */
    @FunctionalInterface
    interface Action {
        void run() throws MlflowException, InterruptedException;
    }

    /** As {@link #call}. */
    void act(Action action) throws MlflowException, InterruptedException {
        call(TRIES, () -> {
            action.run();
            return null;
        });
    }

    /**
     * Tries for as long as the failure is transient, and {@code tries} times where it may be the request's own.
     *
     * @throws MlflowException if trying again is of no use
     */
    <T> T call(int tries, Call<T> call) throws MlflowException, InterruptedException {
        for (int failures = 0, suspicions = 0;; failures++) {
            try {
                T answer = call.run();
                answered.run();
                return answer;
            } catch (MlflowException e) {
                boolean suspect = e.kind() == Kind.BUSY || e.kind() == Kind.UNCLEAR;
                if (!suspect && e.kind() != Kind.TRANSIENT || suspect && ++suspicions >= tries) {
                    throw e;
                }
                pause(failures, e);
            }
        }
    }

    /** Waits before the next try: exponentially longer with half of it random, and no less than the server asks. */
    void pause(int failures, MlflowException e) throws InterruptedException {
        trouble.accept(e.getMessage());
        long most = Math.min(timing.maxDelay().toMillis(), timing.firstDelay().toMillis() << Math.min(failures, 16));
        long millis = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
        Thread.sleep(Math.max(millis, e.retryAfter().orElse(Duration.ZERO).toMillis()));
    }
}
