package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.tracking.MlflowException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers without end, against a server that speaks bytes. */
@Tag("slow")
class HttpTest {

    private static final byte[] BODY =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What the server says, until the connection is cut. */
    private interface Endless {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final CountDownLatch cut = new CountDownLatch(1);
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private MlflowException answer(Endless answer, Duration deadline) {
        return answer("http", answer, deadline);
    }

    private MlflowException answer(String scheme, Endless answer, Duration deadline) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[10_000]);
                answer.write(socket.getOutputStream());
            } catch (IOException e) {
                cut.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        Timing timing = new Timing(deadline, deadline, deadline, deadline, deadline, deadline, deadline);
        Http http = new Http(scheme + "://127.0.0.1:" + server.getLocalPort(), Access.OPEN, timing);
        return assertThrows(MlflowException.class, () -> http.get("/version"));
    }

    private void assertCut() throws InterruptedException {
        assertTrue(cut.await(30, TimeUnit.SECONDS), "the server may still write");
    }

    @Test
    void get_endlessBody_isCutAtTheBound() throws Exception {
        MlflowException e = answer(out -> {
            out.write(BODY);
            byte[] more = new byte[1 << 16];
            while (true) {
                out.write(more);
            }
        }, Duration.ofSeconds(60));
        assertEquals(Kind.TRANSIENT, e.kind());
        assertTrue(e.getMessage().endsWith("its answer is longer than %d bytes".formatted(Http.LIMIT)),
                e.getMessage());
        assertCut();
    }

    @Test
    void get_endlessHeaders_areCut() throws Exception {
        MlflowException e = answer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (long i = 0;; i++) {
                out.write(("X-%d: %s\r\n".formatted(i, "y".repeat(1_000))).getBytes(StandardCharsets.US_ASCII));
            }
        }, Duration.ofSeconds(60));
        assertEquals(Kind.TRANSIENT, e.kind());
        assertTrue(e.getMessage().contains(" broke: "), e.getMessage());
    }

    @Test
    void get_httpsWhereThereIsNone_isTold() {
        MlflowException e = answer("https", out -> {
            out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            cut.await();
        }, Duration.ofSeconds(60));
        assertEquals(Kind.FORBIDDEN, e.kind(), e.getMessage());
        assertTrue(e.getMessage().endsWith(" does not speak TLS; its address may begin with http://"), e.getMessage());
    }

    @Test
    void get_trickle_endsWithTheDeadline() throws Exception {
        MlflowException e = answer(out -> {
            out.write(BODY);
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        }, Duration.ofSeconds(1));
        assertEquals(Kind.TRANSIENT, e.kind());
        assertTrue(e.getMessage().endsWith("gave no answer within 1 s"), e.getMessage());
        assertCut();
    }

    @Test
    void get_trickleOfHeaders_endsWithTheDeadline() throws Exception {
        MlflowException e = answer(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        }, Duration.ofSeconds(1));
        assertTrue(e.getMessage().endsWith("gave no answer within 1 s"), e.getMessage());
        assertCut();
    }
}
