package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    private static final int WRITES = 300;

    @TempDir
    private Path directory;

    @Test
    void deleteLeftovers_whileAnotherWrites_findsNoFault() throws Exception {
        Path sweep = directory.resolve("sweep");
        DurableFiles.write(sweep.resolve("0.csv"), new byte[1]);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> writing = threads.submit(() -> {
            for (int write = 0; write < WRITES; write++) {
                DurableFiles.write(sweep.resolve(write % 7 + ".csv"), new byte[1]);
            }
            return null;
        });
        Future<?> tidying = threads.submit(() -> {
            while (!writing.isDone()) {
                DurableFiles.deleteLeftovers(directory);
            }
            return null;
        });
        writing.get();
        tidying.get();
        threads.shutdown();
        try (Stream<Path> files = Files.list(sweep)) {
            assertEquals(List.of("0.csv", "1.csv", "2.csv", "3.csv", "4.csv", "5.csv", "6.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
