package gridrun.data;

import gridrun.http.BoundedBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Brings published files into the data directory.
 *
 * <p>A file appears there under its name only when it is whole and its content is the one that was published.
 *
 * @param progress told in words what is going on
 */
public record Download(Consumer<String> progress) {

    /** No other process and no other thread of this one writes the same file. */
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration WHOLE = Duration.ofMinutes(10);

    /**
     * Downloads a file.
     *
     * @throws DataUnavailable if it cannot be had; the message says which file to put where
     */
    void fetch(KnownFile file, Path target) throws IOException {
        createDirectory(file, target);
        progress.accept("downloading " + file.source());
        Path part = target.resolveSibling("%s.%d-%d.part".formatted(
                target.getFileName(), ProcessHandle.current().pid(), COUNT.incrementAndGet()));
        try {
            transfer(file, part);
            verify(file, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            progress.accept("saved " + target);
        } catch (IOException e) {
            throw unavailable(file, target, reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(file, target, "interrupted", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void createDirectory(KnownFile file, Path target) throws DataUnavailable {
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw unavailable(file, target, "there is no directory " + target.getParent() + ", and none can be made",
                    e);
        }
    }

    private static void transfer(KnownFile file, Path part) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(file.source()).timeout(ANSWER).build();
        CompletableFuture<HttpResponse<Path>> response = client.sendAsync(request, BoundedBody.of(
                BodyHandlers.ofFile(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                KnownFile.MOST_BYTES));
        try {
            // The request's own timeout ends with the first byte; this one sees a body that stalls.
            int status = response.get(WHOLE.toSeconds(), TimeUnit.SECONDS).statusCode();
            if (status != 200) {
                throw new IOException("the server answered " + status);
            }
        } catch (TimeoutException e) {
            throw new IOException("not complete after %d minutes".formatted(WHOLE.toMinutes()), e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e);
        } finally {
            response.cancel(true);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void verify(KnownFile file, Path part) throws IOException {
        byte[] content = Gzip.content(part, KnownFile.MOST_BYTES);
        if (!Sha256.digest().bytes(content).hex().equals(file.sha256())) {
            throw new IOException("what arrived is not the published file, by its SHA-256");
        }
    }

    private static DataUnavailable unavailable(KnownFile file, Path target, String reason, Exception cause) {
        Path plain = target.resolveSibling(Path.of(file.path()).getFileName());
        return new DataUnavailable("""
                %s is missing, and could not be downloaded:
                  %s: %s
                Put the file there, plain or as %s, or name another directory with --data-dir."""
                .formatted(plain, file.source(), reason, target.getFileName()), cause);
    }

    /** What went wrong, in words, also where an exception has no message. */
    static String reason(Throwable e) {
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return "no connection";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getMessage();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
