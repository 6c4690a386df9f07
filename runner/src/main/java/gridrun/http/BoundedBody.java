package gridrun.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Hands an answer on, and cuts the connection where the answer is longer than it may be. */
public final class BoundedBody<T> implements BodySubscriber<T> {

    private final BodySubscriber<T> reader;
    private final long limit;
    private Flow.Subscription subscription;
    private long length;

    private BoundedBody(BodySubscriber<T> reader, long limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * Reads an answer as another handler does.
     *
     * @param limit in bytes
     */
    public static <T> BodyHandler<T> of(BodyHandler<T> handler, long limit) {
        return headers -> new BoundedBody<>(handler.apply(headers), limit);
    }

    @Override
    public CompletionStage<T> getBody() {
        return reader.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        reader.onSubscribe(source);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        length += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (length <= limit) {
            reader.onNext(buffers);
        } else {
            subscription.cancel();
            reader.onError(new IOException("its answer is longer than %d bytes".formatted(limit)));
        }
    }

    @Override
    public void onError(Throwable cause) {
        reader.onError(cause);
    }

    @Override
    public void onComplete() {
        reader.onComplete();
    }
}
