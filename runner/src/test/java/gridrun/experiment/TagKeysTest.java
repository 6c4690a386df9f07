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
        Experiment plain =
                Experiment.parse("t.yaml", ExperimentErrorsTest.VALID, Request.PLAIN, problems).orElseThrow();
        assertEquals(Map.of("team", "nn", "issue", "12", "a b/c:d", ""), tagged.tags().lasting());
        assertEquals(plain.sweepId(), tagged.sweepId());
        assertEquals(plain.runs().get(0).configId(), tagged.runs().get(0).configId());
    }

    @Test
    void tags_ofTheCommandLineAndOfTheEnvironment_areOfThisCommandAlone() {
        UserTags tags = tags("tags: {team: nn, commit: local, job: '${JOB}', kept: '$${JOB}'}\n", Map.of("JOB", "77"),
                "tags.commit=abc", "tags.ci.url=http://x/?a=b", "tags.number=3");
        assertEquals(Map.of("team", "nn", "kept", "${JOB}"), tags.lasting());
        assertEquals(Map.of("commit", "abc", "ci.url", "http://x/?a=b", "number", "3", "job", "77"), tags.passing());
        assertEquals(6, tags.all().size());
        UserTags others = tags("tags: {team: nn, a.b: c}\n", Map.of(), "tags={x: y}", "tags.z=w");
        assertEquals(Map.of(), others.lasting());
        assertEquals(Map.of("x", "y", "z", "w"), others.passing());
        assertEquals(Map.of("team", "nn"), tags("tags: {team: nn, a.b: c}\n", Map.of(), "~tags.a.b").lasting());
    }

    @Test
    void tags_ofSmokeSettings_areTheFiles() {
        String file = ExperimentErrorsTest.VALID.replaceFirst("(?m)^smoke: \\{", "smoke: {tags.team: x, ");
        Experiment smoke = Experiment.parse("t.yaml", file, List.of(), true, new Problems()).orElseThrow();
        assertEquals(Map.of("team", "x"), smoke.tags().lasting());
    }

    private static UserTags tags(String more, Map<String, String> environment, String... overrides) {
        Problems problems = new Problems();
        Request request = new Request(List.of(overrides), false, true, environment);
        return Experiment.parse("t.yaml", ExperimentErrorsTest.VALID + more, request, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).tags();
    }

    @Test
    void tags_variablesThatAreNotSet_areToldAtTheirPlace_whereSomethingIsToBeTrained() {
        String file = ExperimentErrorsTest.VALID + "tags: {commit: '${GITHUB_SHA}'}\n";
        Problems problems = new Problems();
        Request request = new Request(List.of("tags.job=${CI JOB}"), false, true, Map.of());
        assertTrue(Experiment.parse("t.yaml", file, request, problems).isEmpty());
        String shown = problems.render();
        assertTrue(shown.contains("t.yaml:17:16: tags.commit: the environment variable GITHUB_SHA is not set"), shown);
        assertTrue(shown.contains("command line: tags.job: '${CI JOB}' names no environment variable"), shown);
        assertTrue(Experiment.parse("t.yaml", file, Request.PLAIN, new Problems()).isPresent());
    }

    @Test
    void variables_elsewhere_stayAsTheyAre() {
        Experiment experiment = Experiment.parse("t.yaml", ExperimentErrorsTest.VALID,
                new Request(List.of("description=of ${HOME}"), false, true, Map.of("HOME", "/h")), new Problems())
                .orElseThrow();
        assertEquals("of ${HOME}", experiment.description());
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
