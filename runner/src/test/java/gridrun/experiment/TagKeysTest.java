package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagKeysTest {

    @Test
    void tags_areTexts_andNoPartOfAnIdentity() {
        Problems problems = new Problems();
        Experiment tagged = Experiment.parse("t.yaml", ExperimentErrorsTest.VALID
                + "tags: {team: nn, issue: 12, 'a b/c:d': ''}\n", Request.PLAIN, problems).orElseThrow();
        Experiment plain = Experiment.parse("t.yaml", ExperimentErrorsTest.VALID, Request.PLAIN, problems).orElseThrow();
        assertEquals(Map.of("team", "nn", "issue", "12", "a b/c:d", ""), tagged.tags());
        assertEquals(plain.sweepId(), tagged.sweepId());
        assertEquals(plain.runs().get(0).configId(), tagged.runs().get(0).configId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a=b           | 17:8: tags: the key 'a=b' may have only letters
        a,b           | 17:8: tags: the key 'a,b' may have only letters
        a//b          | must be like a path
        ../a          | must be like a path
        a/            | must be like a path
        mlflow.user   | 17:8: tags: the key 'mlflow.user' is reserved
        gridrun.seed  | is reserved
        outcome       | is reserved
        """)
    void tags_keysThatMlflowRefuses_areToldAtTheirPlace(String key, String message) {
        String shown = errors("tags: {'" + key + "': x}\n");
        assertTrue(shown.contains(message), shown);
        assertTrue(shown.endsWith("1 error, nothing was run.\n"), shown);
    }

    @Test
    void tags_otherMistakes() {
        assertTrue(errors("tags: {" + "k".repeat(251) + ": x}\n").contains("is longer than 250 characters"));
        assertTrue(errors("tags: [a]\n").contains("17:7: tags: expected a map"));
        assertTrue(errors("tags: {a: [b]}\n").contains("17:11: tags.a: expected a text, not a list"));
    }

    private static String errors(String more) {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", ExperimentErrorsTest.VALID + more, List.of(), false, problems).isEmpty());
        return problems.render();
    }
}
