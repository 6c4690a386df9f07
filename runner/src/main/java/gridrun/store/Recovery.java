package gridrun.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes of a damaged store one with all that is whole in it; what is not whole is kept aside.
 *
 * <p>A run is whole where its rows are those that were sealed, and its files those whose checksums it recorded. What is
 * left out is as if it had never been planned: the same command trains it again, to the same bits. Files of sweeps are
 * made of runs: what is not whole of them is forgotten, and the same command makes it again.
 */
public final class Recovery {

    /**
     * What was found and done.
     *
     * @param kept runs that have ended, whole
     * @param lost what is not whole, in words
     * @param views pictures and pages that are gone or were damaged, and are not there now
     * @param aside where the damaged files are; null where nothing was damaged
     */
    public record Report(int kept, List<String> lost, List<Path> views, Path aside) {
    }

    private final Path results;
    private final Path file;
    /** What is kept, whole: it is there from when it is complete until it has the database's place. */
    private final Path recovered;
    private final List<String> lost = new ArrayList<>();
    private final List<Path> views = new ArrayList<>();
    /** Files that no database knows any more. */
    private final List<Path> forgotten = new ArrayList<>();

    private Recovery(Path results) {
        this.results = results;
        this.file = results.resolve(Store.DATABASE);
        this.recovered = results.resolve(Store.DATABASE + ".recovered");
    }

    /**
     * Recovers what is in a results directory, which no command may use meanwhile.
     *
     * @throws StoreException where it cannot be read or written, or another command uses it
     */
    public static Report recover(Path results) {
        FileLocks locks = new FileLocks(results.resolve("locks"));
        List<FileLocks.Held> held = new ArrayList<>();
        try {
            if (!Files.isDirectory(results)) {
                throw new StoreException("there is no directory " + results);
            }
            held.addAll(locks.lockAll());
            return new Recovery(results.toRealPath()).recover(locks);
        } catch (IOException e) {
            throw new StoreException(results + " cannot be recovered: " + DurableFiles.reason(e), e);
        } catch (SQLException e) {
            throw new StoreException(results + " cannot be recovered: " + e.getMessage(), e);
        } finally {
            held.forEach(FileLocks.Held::close);
        }
    }

    private Report recover(FileLocks locks) throws IOException, SQLException {
        NativeLibrary.load(locks.directory());
        requireReadable(file);
        requireReadable(recovered);
        if (!Files.exists(file) && Files.exists(recovered) && Database.isOurs(recovered)) {
            return goOn();
        }
        if (!Files.exists(file) || !Database.isOurs(file)) {
            return allAside();
        }
        Path fresh = file.resolveSibling(Store.DATABASE + ".recovering");
        Files.deleteIfExists(fresh);
        try {
            return recoverInto(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Report recoverInto(Path fresh) throws IOException, SQLException {
        int kept;
        boolean whole;
        try (Sql sql = Database.create(fresh, file)) {
            sql.beginWriting();
            Salvage salvage = new Salvage(sql, file);
            whole = salvage.copy(lost);
            // Bringing the tables up to date seals what is there, whatever it is.
            Set<Long> broken = new LinkedHashSet<>(Seals.broken(sql, Tables.version(sql.connection())));
            sql.commit();
            Tables.update(sql.connection());
            sql.beginWriting();
            kept = keepWholeRuns(sql, broken);
            keepWholeFiles(sql);
            if (!whole || !lost.isEmpty()) {
                salvage.forgetUnsealedSettings();
                PlanMark.removeAll(sql);
            }
            salvage.removeOrphans();
            sql.commit();
        }
        if (whole && lost.isEmpty()) {
            new ClosingDigest(file).forget();
            return new Report(kept, lost, views, null);
        }
        Files.move(fresh, recovered, StandardCopyOption.ATOMIC_MOVE);
        Path aside = aside();
        replace(aside);
        for (Path each : forgotten) {
            move(each, aside.resolve(results.relativize(each)).getParent());
        }
        return new Report(kept, lost, views, aside);
    }

    /** The damaged database goes first: where it is gone, all that is left to do is the rest of this. */
    private void replace(Path aside) throws IOException {
        for (String part : List.of("", "-wal", "-shm", ClosingDigest.SUFFIX)) {
            move(file.resolveSibling(Store.DATABASE + part), aside);
        }
        Files.move(recovered, file, StandardCopyOption.ATOMIC_MOVE);
        new ClosingDigest(file).write();
    }

    /** Ends what a kill cut off between the damaged database and the one that is whole. */
    private Report goOn() throws IOException, SQLException {
        Path aside = results.resolve("damaged-" + Math.max(1, nextAside() - 1));
        replace(Files.createDirectories(aside));
        try (Sql sql = new Sql(Database.connect(file))) {
            int kept = (int) sql.number("SELECT COUNT(*) FROM entry WHERE kind = 'run' AND state = 'done'").orElse(0);
            return new Report(kept, List.of("what a 'recover' that was cut off had left out"), views, aside);
        }
    }

    /**
     * Takes out every run that has ended and is not whole; returns how many are.
     *
     * @param broken those whose rows are not what was sealed
     */
    private int keepWholeRuns(Sql sql, Set<Long> broken) throws SQLException {
        record Ended(long entry, String key, String name) {
        }
        int kept = 0;
        for (Ended run : sql.list("""
                SELECT e.id, e.key, (SELECT name FROM member WHERE run = e.id LIMIT 1) FROM entry e
                WHERE e.kind = 'run' AND e.state = 'done'""",
                row -> new Ended(row.getLong(1), row.getString(2), row.getString(3)))) {
            String wrong = broken.remove(run.entry())
                    ? "its rows are not those that it recorded" : wrongFile(sql, run.entry(), run.key());
            if (wrong == null) {
                kept++;
            } else {
                String key = run.key().substring(0, Math.min(12, run.key().length()));
                lost.add("%s (%s): %s".formatted(run.name(), key, wrong));
                sql.update("DELETE FROM entry WHERE id = ?", run.entry());
            }
        }
        for (long entry : broken) {
            lost.add("a run of which nothing but its checksum is left, or that is no longer said to have ended");
            sql.update("DELETE FROM entry WHERE id = ?", entry);
            sql.update("DELETE FROM seal WHERE entry = ?", entry);
        }
        return kept;
    }

    private String wrongFile(Sql sql, long entry, String key) throws SQLException {
        for (Artifact artifact : artifacts(sql, entry)) {
            String wrong = wrong(path(() -> Queries.runDirectory(results, key), artifact), artifact);
            if (wrong != null) {
                return artifact.path() + wrong;
            }
        }
        return null;
    }

    /** Forgets every file of a sweep that is not whole, as if it had never been made. */
    private void keepWholeFiles(Sql sql) throws SQLException {
        record Owner(long entry, String key, String experiment) {
        }
        for (Owner sweep : sql.list("SELECT e.id, e.key, s.experiment FROM entry e JOIN sweep s ON s.entry = e.id",
                row -> new Owner(row.getLong(1), row.getString(2), row.getString(3)))) {
            for (Artifact artifact : artifacts(sql, sweep.entry())) {
                Optional<Path> path =
                        path(() -> Queries.sweepDirectory(results, sweep.experiment(), sweep.key()), artifact);
                String wrong = wrong(path, artifact);
                if (wrong != null) {
                    lost.add("%s of %s%s".formatted(artifact.path(), sweep.experiment(), wrong));
                    path.ifPresent(forgotten::add);
                    sql.update("DELETE FROM artifact WHERE entry = ? AND path = ?", sweep.entry(), artifact.path());
                }
            }
        }
    }

    private static List<Artifact> artifacts(Sql sql, long entry) throws SQLException {
        return sql.list("SELECT path, size, sha256 FROM artifact WHERE entry = ? ORDER BY path",
                row -> new Artifact(row.getString(1), row.getLong(2), row.getString(3)), entry);
    }

    /** Where a file is; nowhere where that, as a damaged row has it, would not be within the results. */
    private Optional<Path> path(Supplier<Path> directory, Artifact artifact) {
        try {
            return Optional.of(directory.get().resolve(artifact.path()).normalize())
                    .filter(path -> path.startsWith(results));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a file, or null. A damaged picture is deleted: where one is gone it is made again. */
    private String wrong(Optional<Path> at, Artifact artifact) {
        if (at.isEmpty()) {
            return " cannot be read";
        }
        Path path = at.get();
        try {
            requireReadable(path);
            boolean isThere = DurableFiles.isThere(path, artifact.size());
            if (isThere && DurableFiles.sha256(Files.readAllBytes(path)).equals(artifact.sha256())) {
                return null;
            }
            if (artifact.isView()) {
                Files.deleteIfExists(path);
                views.add(path);
                return null;
            }
            if (Files.isDirectory(path)) {
                forgotten.add(path); // where it is, no file can be made again
            }
            return isThere ? " is not as it was recorded" : " is gone or cut short";
        } catch (IOException e) {
            return " cannot be read";
        }
    }

    /** What may not be read need not be damaged. */
    private static void requireReadable(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try {
            file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
        } catch (AccessDeniedException e) {
            throw new StoreException(file + " cannot be read: permission denied; nothing is set aside", e);
        }
    }

    /** Without a database nothing is known of any file. */
    private Report allAside() throws IOException {
        List<Path> damaged;
        try (Stream<Path> all = Files.list(results)) {
            damaged = all.filter(path -> isOfTheStore(path.getFileName().toString())).toList();
        }
        if (damaged.isEmpty()) {
            throw new StoreException("there are no results in " + results);
        }
        Path aside = aside();
        for (Path path : damaged) {
            move(path, aside);
        }
        return new Report(0, List.of("everything: there is no database that could be read"), views, aside);
    }

    private static boolean isOfTheStore(String name) {
        return name.equals(Queries.RUNS) || name.equals(Queries.SWEEPS) || name.startsWith(Store.DATABASE);
    }

    private Path aside() throws IOException {
        return Files.createDirectory(results.resolve("damaged-" + nextAside()));
    }

    private int nextAside() {
        int number = 1;
        while (Files.exists(results.resolve("damaged-" + number))) {
            number++;
        }
        return number;
    }

    private static void move(Path from, Path into) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectories(into);
            Files.move(from, into.resolve(from.getFileName()));
        }
    }
}
