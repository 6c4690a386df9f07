package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores of every earlier schema are brought up to date, and nothing is lost; those of no schema are refused. */
class MigrationTest {

    /** A run that has ended, in the words of the first schema. */
    private static final List<String> ROWS = List.of(
            "INSERT INTO entry VALUES (1, 'sweep', 'aa', 'done', 'completed', NULL, 1, 9, 3)",
            "INSERT INTO entry VALUES (2, 'run', 'bb', 'done', 'completed', NULL, 2, 8, 5)",
            "INSERT INTO sweep VALUES (1, 'lr', 1, 'What?', 'val_loss', 'minimize', 'lr.yaml', 1, 1)",
            "INSERT INTO run VALUES (2, 'cc', 7)",
            "INSERT INTO member VALUES (1, 2, 0, 'seed=7')",
            "INSERT INTO param VALUES (2, 0, 'train.epochs', '2')",
            "INSERT INTO metric VALUES (1, 2, 'loss', 1, 3, 0.5)",
            "INSERT INTO metric VALUES (2, 2, 'loss', 2, 4, 0.25)",
            "INSERT INTO artifact VALUES (2, 'weights.npz', 3, 'dd')");

    /** Whose seals are over what they are today, in other tables. */
    private static final int SEALED_ALIKE = 9;

    @TempDir
    Path results;

    private static int[] earlierSchemas() {
        return IntStream.range(1, Tables.VERSION).toArray();
    }

    /** A store as a program of that time left it: the first schema, and the scripts up to that one. */
    private void create(int schema) throws IOException, SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            execute(statement, "schema-1.sql");
            for (String row : ROWS) {
                statement.executeUpdate(row);
            }
            for (int next = 2; next <= schema; next++) {
                if (Database.class.getResource("migration-" + next + ".sql") != null) {
                    execute(statement, "migration-" + next + ".sql");
                }
            }
            statement.executeUpdate("PRAGMA application_id = " + Tables.APPLICATION);
            statement.executeUpdate("PRAGMA user_version = " + schema);
            seal(connection, schema);
        }
    }

    private static void seal(Connection connection, int schema) throws SQLException {
        if (schema == SEALED_ALIKE) {
            Seals.putAll(new Sql(connection), schema);
        }
    }

    private static void execute(Statement statement, String script) throws IOException, SQLException {
        try (var stream = Database.class.getResourceAsStream(script)) {
            for (String sql : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n")) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + results.resolve(Store.DATABASE));
    }

    /** Every table's columns with their types, in alphabetical order. */
    private Map<String, String> tables() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("""
                        SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_schema t, pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'""")) {
            while (columns.next()) {
                tables.merge(columns.getString(1), "%s %s %s %s;".formatted(columns.getString(2), columns.getString(3),
                        columns.getString(4), columns.getString(5)), String::concat);
            }
        }
        tables.replaceAll((table, columns) -> String.join(";", Arrays.stream(columns.split(";")).sorted().toList()));
        return tables;
    }

    @ParameterizedTest
    @MethodSource("earlierSchemas")
    void anEarlierSchema_becomesThePresentOne_andKeepsItsRuns(int schema, @TempDir Path other) throws Exception {
        create(schema);
        try (Store store = Store.open(results)) {
            Run run = store.run("bb").orElseThrow();
            assertEquals(List.of(new MetricValue("loss", 1, 3, 0.5), new MetricValue("loss", 2, 4, 0.25)),
                    store.metrics("bb", "loss"));
            assertEquals(Map.of("train.epochs", "2"), run.params());
            assertEquals(List.of(new Artifact("weights.npz", 3, "dd")), run.artifacts());
            assertEquals(1, store.runs("aa").size());
        }
        Map<String, String> migrated = tables();
        results = other;
        Store.open(other).close();
        assertEquals(tables(), migrated);
    }

    /** Of an earlier schema, too, what is whole is kept: with its params, its data and, by now, its facts. */
    @ParameterizedTest
    @MethodSource("earlierSchemas")
    void anEarlierSchema_ofWhichAFileIsGone_keepsTheOthers(int schema) throws Exception {
        create(schema);
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String row : List.of("INSERT INTO entry VALUES (3, 'run', 'ee', 'done', 'completed', NULL, 2, 8, 5)",
                    "INSERT INTO run (entry, config_id, seed) VALUES (3, 'cc', 8)",
                    "INSERT INTO member (sweep, run, position, name) VALUES (1, 3, 1, 'seed=8')",
                    "INSERT INTO param VALUES (3, 0, 'train.epochs', '2')",
                    "INSERT INTO dataset VALUES (3, 'moons', 'ff', 'train', 'local', 'here', '[]', '{}')")) {
                statement.executeUpdate(row);
            }
            seal(connection, schema);
        }
        Recovery.Report report = Recovery.recover(results);
        assertEquals(List.of("seed=7 (bb): weights.npz is gone or cut short"), report.lost());
        try (Store store = Store.open(results)) {
            Run run = store.run("ee").orElseThrow();
            assertEquals(Map.of("train.epochs", "2"), run.params());
            assertEquals(List.of(new DatasetInput("moons", "ff", "ff", "train", "local", "here", "[]", "{}")),
                    run.datasets());
            assertTrue(store.run("bb").isEmpty());
        }
    }

    /** Seals are compared before the tables are brought up to date, which makes others. */
    @ParameterizedTest
    @ValueSource(strings = {"UPDATE metric SET value = 0.75 WHERE step = 2", "DELETE FROM metric WHERE step = 1",
        "UPDATE param SET value = '9'", "UPDATE run SET seed = 8", "DELETE FROM seal"})
    void anEarlierSchema_whoseRowsAreOthers_isRefused_andRecoversNone(String damage) throws Exception {
        create(SEALED_ALIKE);
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM artifact");
            seal(connection, SEALED_ALIKE);
            statement.executeUpdate(damage);
        }
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("what it has of 1 run is not what was recorded"), e.getMessage());
        Recovery.Report report = Recovery.recover(results);
        assertEquals(List.of("seed=7 (bb): its rows are not those that it recorded"), report.lost());
        try (Store store = Store.open(results)) {
            assertTrue(store.run("bb").isEmpty());
        }
    }

    /** It could not write into other tables; and a kill meanwhile leaves no checksum of what the file was before. */
    @Test
    void anEarlierSchema_thatAnotherCommandUses_staysUntilItEnds() throws Exception {
        create(SEALED_ALIKE);
        Path file = results.resolve(Store.DATABASE);
        try (Connection used = connect(); Statement statement = used.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        new ClosingDigest(file).write();
        Path digest = file.resolveSibling(Store.DATABASE + ClosingDigest.SUFFIX);
        assertTrue(Files.exists(digest));
        try (Connection used = connect(); Statement statement = used.createStatement()) {
            statement.executeQuery("SELECT * FROM entry").close();
            StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
            assertTrue(e.getMessage().contains("is from an earlier version, and another command uses it"),
                    e.getMessage());
            assertTrue(Files.notExists(digest));
            statement
                    .executeUpdate("INSERT INTO metric (entry, key, step, time_ms, value) VALUES (1, 'cost', 1, 3, 2)");
        }
        try (Store store = Store.open(results)) {
            assertEquals(List.of(new MetricValue("cost", 1, 3, 2)), store.metrics("aa"));
            assertEquals(1, store.runs("aa").size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aSchemaThatNeverWas_isRefused(int schema) throws Exception {
        create(1);
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = " + schema);
        }
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(
                e.getMessage().contains("says that its schema is %d, and there are those from 1 to ".formatted(schema)),
                e.getMessage());
    }

    @Test
    void theNextSchema_isOfANewerProgram() throws Exception {
        create(1);
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = " + (Tables.VERSION + 1));
        }
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("was written by a newer gridrun"), e.getMessage());
    }
}
