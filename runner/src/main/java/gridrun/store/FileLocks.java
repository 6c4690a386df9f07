package gridrun.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Locks between processes and threads: one file each, freed by the operating system when its process ends.
 *
 * <p>POSIX frees a process's lock on a file when <em>any</em> of its descriptors of that file is closed, so within a
 * process there is at most one open channel a file: {@link #HELD} holds them all.
 */
public final class FileLocks {

    private static final long POLL_MS = 50;
    private static final Map<Path, Held> HELD = new HashMap<>();

    private final Path directory;

    public FileLocks(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    Path directory() {
        return directory;
    }

    /** A lock that is held until it is closed, by whichever thread. */
    public static final class Held implements AutoCloseable {

        private final Path file;
        private final FileChannel channel;
        private final boolean shared;
        private int holders = 1;

        private Held(Path file, FileChannel channel, boolean shared) {
            this.file = file;
            this.channel = channel;
            this.shared = shared;
        }

        @Override
        public void close() {
            synchronized (HELD) {
                if (--holders == 0) {
                    HELD.remove(file);
                    release(channel, file);
                }
            }
        }
    }

    /** Waits for the lock of that name; an interrupt ends the wait with a {@link StoreException}. */
    public Held lock(String name) {
        return await(name, false, () -> false).orElseThrow();
    }

    /**
     * Waits for the lock of that name as long as somebody wants it.
     *
     * @param stop asked often whether to give up
     * @return the lock, or nothing where that was so
     */
    Optional<Held> lock(String name, BooleanSupplier stop) {
        return await(name, false, stop);
    }

    /** Waits until nobody holds the lock alone, and holds it together with others who share it. */
    Held share(String name) {
        return await(name, true, () -> false).orElseThrow();
    }

    /**
     * All locks that there ever were.
     *
     * @throws StoreException where somebody holds one
     */
    List<Held> lockAll() throws IOException {
        List<Held> all = new ArrayList<>(List.of(tryLock("open").orElseThrow(() -> new StoreException(inUse()))));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("open")).toList()) {
                Optional<Held> held = tryLock(file.getFileName().toString());
                held.ifPresent(all::add);
                if (held.isEmpty()) {
                    all.forEach(Held::close);
                    throw new StoreException(inUse());
                }
            }
        }
        return all;
    }

    private String inUse() {
        return "another command uses %s; wait for its end".formatted(directory.getParent());
    }

    /** Whether somebody holds the lock of that name; so it may be where that cannot be told. */
    boolean isHeld(String name) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return false;
        }
        Optional<Held> free = Files.isWritable(file) ? tryLock(name) : Optional.empty();
        free.ifPresent(Held::close);
        return free.isEmpty();
    }

    /** The lock of that name, if nobody holds it. */
    public Optional<Held> tryLock(String name) {
        return acquire(name, false);
    }

    private Optional<Held> await(String name, boolean shared, BooleanSupplier stop) {
        while (true) {
            Optional<Held> held = acquire(name, shared);
            if (held.isPresent() || stop.getAsBoolean()) {
                return held;
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException("interrupted while waiting for another process to release " + name, e);
            }
        }
    }

    private Optional<Held> acquire(String name, boolean shared) {
        Path file = directory.resolve(name);
        synchronized (HELD) {
            Held held = HELD.get(file);
            if (held != null) {
                if (!shared || !held.shared) {
                    return Optional.empty();
                }
                held.holders++;
                return Optional.of(held);
            }
            try {
                return Interrupts.putOff(() -> open(file, shared));
            } catch (IOException e) {
                throw new StoreException("cannot lock " + file + ": " + DurableFiles.reason(e), e);
            }
        }
    }

    private static Optional<Held> open(Path file, boolean shared) throws IOException {
        FileChannel channel = null;
        try {
            DurableFiles.ensureDirectory(file.getParent());
            channel = FileChannel.open(file,
                    StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Held held = new Held(file, channel, shared);
            HELD.put(file, held);
            return Optional.of(held);
        } catch (IOException e) {
            if (channel != null) {
                release(channel, file);
            }
            throw e;
        }
    }

    private static void release(FileChannel channel, Path file) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("cannot release " + file + ": " + DurableFiles.reason(e), e);
        }
    }
}
