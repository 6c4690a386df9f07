package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private final List<String> progress = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private int status = 200;
    private byte[] served = zip(CONTENT);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(status, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return zipped.toByteArray();
    }

    private KnownFile file() {
        return new KnownFile("set/file", Sha256.digest().bytes(CONTENT).hex(),
                URI.create("http://127.0.0.1:%d/file.gz".formatted(server.getAddress().getPort())));
    }

    private DataDirectory directory() {
        return new DataDirectory(root, new Download(progress::add));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path path = root.resolve("set").resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, bytes);
    }

    @Test
    void content_ofAnEndlessFile_isCutAndLeavesNothing() throws IOException {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(more);
            }
        });
        DataUnavailable e = assertThrows(DataUnavailable.class, () -> directory().content(file()));
        assertTrue(e.getMessage().contains("its answer is longer than %d bytes".formatted(KnownFile.MOST_BYTES)),
                e.getMessage());
        try (Stream<Path> left = Files.walk(root)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void content_ofAPlainOrZippedFile_needsNoNetwork() throws IOException {
        write("file", CONTENT);
        assertArrayEquals(CONTENT, directory().content(file()));
        Files.delete(root.resolve("set/file"));
        write("file.gz", zip(CONTENT));
        assertArrayEquals(CONTENT, directory().content(file()));
        assertEquals(0, requests.get());
    }

    @Test
    void content_ofAnAbsentFile_isDownloadedOnce() throws IOException {
        assertArrayEquals(CONTENT, directory().content(file()));
        assertArrayEquals(CONTENT, directory().content(file()));
        assertEquals(1, requests.get());
        assertEquals(List.of("downloading " + file().source(), "saved " + root.resolve("set/file.gz")), progress);
        assertEquals(List.of("file.gz"), names(), "no partial file is left");
    }

    @Test
    void content_ofADamagedFile_namesFileAndHash() throws IOException {
        Path path = write("file", "other".getBytes(StandardCharsets.UTF_8));
        DataUnavailable error = assertThrows(DataUnavailable.class, () -> directory().content(file()));
        assertTrue(error.getMessage().startsWith(path + " is damaged or another file"), error.getMessage());
        assertTrue(error.getMessage().contains(file().sha256()), error.getMessage());
        assertEquals(0, requests.get(), "a file of the user's is not replaced");
    }

    @Test
    void content_ofATruncatedArchive_isAnErrorThatNamesIt() throws IOException {
        Path path = write("file.gz", java.util.Arrays.copyOf(zip(CONTENT), 12));
        DataUnavailable error = assertThrows(DataUnavailable.class, () -> directory().content(file()));
        assertTrue(error.getMessage().startsWith("cannot read " + path), error.getMessage());
    }

    @Test
    void content_notOnTheServer_saysWhichFileToPutWhere() throws IOException {
        status = 404;
        DataUnavailable error = assertThrows(DataUnavailable.class, () -> directory().content(file()));
        assertEquals("""
                %s is missing, and could not be downloaded:
                  %s: the server answered 404
                Put the file there, plain or as file.gz, or name another directory with --data-dir."""
                .formatted(root.resolve("set/file"), file().source()), error.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void content_withoutAServer_saysWhichFileToPutWhere() throws IOException {
        KnownFile file = file();
        server.stop(0);
        DataUnavailable error = assertThrows(DataUnavailable.class, () -> directory().content(file));
        assertTrue(error.getMessage().contains(file.source() + ": no connection\n"), error.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void content_thatIsNotThePublishedOne_isNotKept() throws IOException {
        served = zip("a login page".getBytes(StandardCharsets.UTF_8));
        DataUnavailable error = assertThrows(DataUnavailable.class, () -> directory().content(file()));
        assertTrue(error.getMessage().contains("not the published file"), error.getMessage());
        assertEquals(List.of(), names());
    }

    private List<String> names() throws IOException {
        Path set = root.resolve("set");
        try (Stream<Path> files = Files.list(set)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
