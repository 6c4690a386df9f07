package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedTest {

    @TempDir
    Path results;

    private final SweepPlan plan = Plans.sweep("lr", "0.1", "0.01");
    private final String run = plan.runs().get(0).runKey();

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u001eb", "\u001e", "\u001e\u001e3\u001e", "a\tb\nc", "\ud83d\ude00", "2"})
    void tags_anyText_areReadAsTheyWereWritten(String value) {
        Map<String, String> tags = Map.of("course", value, "team", "blue");
        try (Store store = Store.open(results)) {
            store.plan(plan);
            store.amend(run).tags(tags);
            store.flush();
            assertEquals(tags, store.run(run).orElseThrow().tags());
        }
    }

    @Test
    void dataset_nameWithTheSeparator_isReadAsItWasWritten() {
        DatasetInput train = new DatasetInput("a\u001eb.csv", "d1", "d1", "train", "local", "a", "{}", "{}");
        DatasetInput validation = new DatasetInput("a\u001eb.csv", "d2", "d2", "validation", "local", "a", "{}", "{}");
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording recording = store.start(run, 1);
            recording.dataset(train);
            recording.dataset(validation);
            store.flush();
            assertEquals(List.of(train, validation), store.run(run).orElseThrow().datasets());
            recording.close();
        }
    }
}
