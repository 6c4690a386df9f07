package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final byte[] CONTENT = "prediction\n1\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int write(Path file) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return OutputFile.of("output", file.toString()).write(CONTENT, new Terminal(stream, stream, false, 80, true));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void write_aNewFile_withItsDirectory() throws IOException {
        assertEquals(Exit.DONE, write(directory.resolve("a/b/out.csv")));
        assertArrayEquals(CONTENT, Files.readAllBytes(directory.resolve("a/b/out.csv")));
    }

    @Test
    void write_overAFile_keepsItsModeAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(directory.resolve("out.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        assertEquals(Exit.DONE, write(file));
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("out.csv"), files());
    }

    @Test
    void write_throughLinks_whetherTheFileIsThereOrNot() throws IOException {
        Path there = Files.writeString(directory.resolve("there.csv"), "old");
        Path near = Files.createSymbolicLink(directory.resolve("near"), Path.of("there.csv"));
        Path far = Files.createSymbolicLink(directory.resolve("far"), near);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), Path.of("new/out.csv"));
        assertEquals(Exit.DONE, write(far));
        assertEquals(Exit.DONE, write(dangling));
        assertArrayEquals(CONTENT, Files.readAllBytes(there));
        assertArrayEquals(CONTENT, Files.readAllBytes(directory.resolve("new/out.csv")));
        assertTrue(Files.isSymbolicLink(far) && Files.isSymbolicLink(near) && Files.isSymbolicLink(dangling));
    }

    @Test
    void write_aFileOfTwoNames_isSeenUnderBoth() throws IOException {
        Path file = Files.writeString(directory.resolve("one"), "old");
        Path other = Files.createLink(directory.resolve("other"), file);
        assertEquals(Exit.DONE, write(file));
        assertArrayEquals(CONTENT, Files.readAllBytes(other));
    }

    @Test
    void write_intoAPipe_reachesItsReader() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<byte[]> reader = CompletableFuture.supplyAsync(() -> read(pipe));
        assertEquals(Exit.DONE, write(pipe));
        assertArrayEquals(CONTENT, reader.join());
        assertEquals(List.of("pipe"), files());
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void write_intoAFullDevice_isToldAndTheDeviceStays() throws IOException {
        assertEquals(Exit.RUN_FAILED, write(Path.of("/dev/full")));
        assertEquals("--output: cannot write /dev/full: No space left on device\n",
                err.toString(StandardCharsets.UTF_8));
        assertTrue(Files.exists(Path.of("/dev/full")) && !Files.isRegularFile(Path.of("/dev/full")));
    }

    @Test
    void of_whatCannotBeWritten_isToldBeforeAnythingIsRun() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        Path one = directory.resolve("one");
        Files.createSymbolicLink(one, Files.createSymbolicLink(directory.resolve("two"), one));
        assertRefused(directory, "it is a directory");
        assertRefused(file.resolve("out.csv"), "a file is where a directory should be");
        assertRefused(one, "its symbolic links lead in a circle");
        assertEquals(List.of("file", "one", "two"), files());
    }

    private static void assertRefused(Path file, String reason) {
        String message = assertThrows(UsageException.class, () -> OutputFile.of("junit", file.toString())).getMessage();
        assertEquals("--junit: the file '%s' cannot be written: %s".formatted(file, reason), message);
    }
}
