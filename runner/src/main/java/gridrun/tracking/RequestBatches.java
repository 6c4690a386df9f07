package gridrun.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Sends many items in requests that are neither too many nor too large, and finds the one that poisons its request. */
final class RequestBatches {

    /** Servers and proxies refuse bodies above 1,000,000 bytes; JSON may need several bytes for a character. */
    static final int CHARACTERS = 150_000;

    /** Sends a batch in one request. */
    @FunctionalInterface
    interface Send<T> {
        void batch(List<T> items) throws MlflowException, InterruptedException;
    }

    /** Takes note of an item that is refused for good. */
    @FunctionalInterface
    interface Refuse<T> {
        void item(T item, String message);
    }

    private final Retry retry;

    RequestBatches(Retry retry) {
        this.retry = retry;
    }

    /** The items in order, in lists of at most so many, and not too long in all. */
    static <T> List<List<T>> split(List<T> items, int most, ToIntFunction<T> length) {
        List<List<T>> batches = new ArrayList<>();
        List<T> batch = new ArrayList<>();
        int characters = 0;
        for (T item : items) {
            int more = length.applyAsInt(item);
            if (!batch.isEmpty() && (batch.size() == most || characters + more > CHARACTERS)) {
                batches.add(batch);
                batch = new ArrayList<>();
                characters = 0;
            }
            batch.add(item);
            characters += more;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** Sends a batch; one that cannot be stored is halved until the items at fault are alone, which are set aside. */
    <T> void send(List<T> batch, Send<T> send, Refuse<T> refuse) throws MlflowException, InterruptedException {
        send(batch, send, refuse, Retry.TRIES);
    }

    private <T> void send(List<T> batch, Send<T> send, Refuse<T> refuse, int tries)
            throws MlflowException, InterruptedException {
        try {
            retry.call(tries, () -> {
                send.batch(batch);
                return null;
            });
        } catch (MlflowException e) {
            if (!e.kind().isAboutAnItem()) {
                throw e;
            }
            if (batch.size() == 1) {
                refuse.item(batch.get(0), e.getMessage());
                return;
            }
            int half = batch.size() / 2;
            send(batch.subList(0, half), send, refuse, Retry.TRIES_OF_A_PART);
            send(batch.subList(half, batch.size()), send, refuse, Retry.TRIES_OF_A_PART);
        }
    }
}
