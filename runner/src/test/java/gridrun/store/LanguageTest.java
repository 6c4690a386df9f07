package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Results that are written in a language of other digits")
class LanguageTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    Path results;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    @DisplayName("are ours, and have their figures, in any other language")
    void otherDigits_areNotInTheDatabase() throws Exception {
        SweepPlan plan = Plans.sweep("lr", "0.1", "0.01");
        String run = plan.runs().get(0).runKey();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording recording = store.start(run, 1);
            recording.metrics(1, 2, Map.of("loss", 0.5));
            recording.finish(Outcome.COMPLETED, 3);
        }
        Locale.setDefault(Locale.ROOT);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + results.resolve(Store.DATABASE));
                ResultSet version = database.createStatement().executeQuery("PRAGMA user_version")) {
            assertEquals(Tables.VERSION, version.getInt(1));
        }
        try (Store store = Store.open(results)) {
            assertEquals(0.5, store.run(run).orElseThrow().summary().get("final.loss"));
        }
    }
}
