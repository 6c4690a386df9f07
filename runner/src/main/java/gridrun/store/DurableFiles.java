package gridrun.store;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are whole or not there, even after a power cut: written beside, forced to disk, renamed. */
public final class DurableFiles {

    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Pattern TEMPORARY = Pattern.compile("\\..*\\.([0-9]{1,18})-[0-9]+\\.tmp");

    private DurableFiles() {
    }

    /** Writes one file, creating its directory. */
    public static void write(Path file, byte[] content) throws IOException {
        writeAll(Map.of(file, content));
    }

    /**
     * Writes one file in the place of another, under its owner and in its mode; creates it where there is none.
     *
     * @throws FileSystemException where the directory takes no other file, or the owner cannot be kept
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = temporary(file);
        try {
            Files.createFile(temporary);
            if (Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                // Before it has any content: what nobody else could read stays so.
                resemble(temporary, Files.readAttributes(file, PosixFileAttributes.class));
            }
            fill(temporary, content);
            move(temporary, file);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        forceDirectory(file.getParent());
    }

    /** The owner first: changing it may take rights away. */
    private static void resemble(Path file, PosixFileAttributes model) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes own = view.readAttributes();
        if (!own.owner().equals(model.owner())) {
            view.setOwner(model.owner());
        }
        if (!own.group().equals(model.group())) {
            view.setGroup(model.group());
        }
        view.setPermissions(model.permissions());
    }

    /** Writes several files; each directory is forced to disk once. */
    static void writeAll(Map<Path, byte[]> contents) throws IOException {
        Map<Path, Path> renames = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
                Path target = file.getKey();
                ensureDirectory(target.getParent());
                Path temporary = temporary(target);
                renames.put(temporary, target);
                fill(temporary, file.getValue());
            }
            for (Map.Entry<Path, Path> rename : renames.entrySet()) {
                move(rename.getKey(), rename.getValue());
            }
        } catch (IOException e) {
            for (Path temporary : renames.keySet()) {
                Files.deleteIfExists(temporary);
            }
            throw e;
        }
        for (Path directory : renames.values().stream().map(Path::getParent).distinct().toList()) {
            forceDirectory(directory);
        }
    }

    /** Creates a directory where there is none: trying it without a look costs an exception for each that is there. */
    static void ensureDirectory(Path directory) throws IOException {
        if (!directory.toFile().isDirectory()) {
            Files.createDirectories(directory);
        }
    }

    /** Deletes a file that may be there, without an exception where none is. */
    static void deleteIfThere(Path file) throws IOException {
        if (file.toFile().exists()) {
            Files.deleteIfExists(file);
        }
    }

    /** A name that no other process has, and no other thread of this one: both may write the same file at once. */
    private static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + PROCESS + "-" + COUNT.incrementAndGet()
                + ".tmp");
    }

    /**
     * Deletes what processes left below a directory that were killed while they wrote.
     *
     * @throws StoreException where that cannot be
     */
    public static void deleteLeftovers(Path directory) {
        if (!directory.toFile().isDirectory()) {
            return;
        }
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (isLeftover(file)) {
                        Files.deleteIfExists(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** Others write here too: what they rename between the listing and the look is no trouble. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new StoreException("cannot tidy up " + directory + ": " + reason(e), e);
        }
    }

    /** Whether a file has the size that it had. */
    static boolean isThere(Path file, long size) {
        try {
            BasicFileAttributes there = Files.readAttributes(file, BasicFileAttributes.class);
            return there.isRegularFile() && there.size() == size;
        } catch (IOException e) {
            return false; // there is none that could be read
        }
    }

    private static boolean isLeftover(Path file) {
        Matcher name = TEMPORARY.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** SHA-256 as 64 hex digits. */
    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** SHA-256 of nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Why it failed, as a user reads it: the JDK's exceptions often carry only a path. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a file is where a directory should be";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void forceDirectory(Path directory) throws IOException {
        if (File.separatorChar != '/') {
            return;
        }
        Interrupts.putOff(() -> {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return directory;
        });
    }
}
