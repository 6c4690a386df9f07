package gridrun.example;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.dsl.Experiment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program names: settings said twice, inside lists or by nothing. */
class DslNamesTest {

    @TempDir
    Path directory;

    private static Experiment base() {
        return experiment("base").data(moons().samples(100)).model(mlp(8)).train(t -> t.epochs(3));
    }

    private static Experiment layered() {
        return experiment("layered").data(moons()).model(sequential(dense(4), dense(5)));
    }

    private static String refusal(Executable said) {
        return assertThrows(IllegalArgumentException.class, said).getMessage();
    }

    private static List<String> values(Experiment experiment, String axis) {
        return experiment.plan().jobs().stream().map(job -> job.spec().swept().get(axis)).distinct().toList();
    }

    @Test
    @DisplayName("of two values in one call nobody can mean both")
    void nameTwice_inOneCall_isRefused() {
        assertEquals("epochs is said twice, the second time as 3",
                refusal(() -> base().inCase("a", set(EPOCHS, 2), set(EPOCHS, 3))));
        assertEquals("learning_rate is said twice, the second time as [0.3, 0.4]",
                refusal(() -> base().zip(over(LEARNING_RATE, 0.1, 0.2), over(LEARNING_RATE, 0.3, 0.4))));
        assertEquals("epochs is said twice, the second time as 3",
                refusal(() -> base().smoke(set(EPOCHS, 2), set(EPOCHS, 3))));
        assertEquals("learning_rate is said twice, the second time as 0.2",
                refusal(() -> base().exclude(where(LEARNING_RATE, 0.1), where(LEARNING_RATE, 0.2))));
    }

    @Test
    void nameTwice_inTwoCalls_isThatOfTheSecond() {
        Experiment axis = base().over(LEARNING_RATE, 0.1).over(LEARNING_RATE, 0.2, 0.3);
        assertEquals(List.of("0.2", "0.3"), values(axis, "learning_rate"));
        Experiment cases = base().inCase("a").inCase("b").inCase("a", set(EPOCHS, 5));
        assertEquals(List.of("a", "b"), values(cases, "case"));
        assertEquals(5, cases.plan().jobs().get(0).spec().train().epochs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.layers.0.dense.units", "model.layers.1"})
    void settingInsideAListOfAnother_isRefusedWithTheReason(String name) {
        Experiment change = experiment("wider").extending(layered());
        String expected = name + ": inside a list only what 'wider' says itself can be changed, and no item left out;"
                + " a list is replaced as a whole, so say all of it";
        assertEquals(expected, refusal(() -> change.set(at(name), 9)));
        assertEquals(expected, refusal(() -> change.without(at(name))));
    }

    @Test
    void settingInsideAListOfItsOwn_isChanged() {
        Experiment wider = layered().set(at("model.layers.0.dense.units"), 9);
        assertTrue(wider.toYaml().contains("dense: {units: 9}") || wider.toYaml().contains("dense: 9"),
                wider.toYaml());
        assertTrue(refusal(() -> layered().without(at("model.layers.1"))).contains("no item left out"));
    }

    @Test
    void tagNamedByANumber_isNoItemOfAList() {
        Experiment tagged = base().set(at("tags.2026"), "x");
        assertTrue(tagged.toYaml().contains("2026"));
        assertFalse(experiment("change").extending(tagged).without(at("tags.2026")).toYaml().contains("x"));
    }

    @Test
    void withoutWhatTheExperimentSaysItself_theDefaultHolds() {
        String silent = experiment("base").data(moons().samples(100)).model(mlp(8)).plan().jobs().get(0).runKey();
        assertEquals(silent, base().without(EPOCHS).plan().jobs().get(0).runKey());
        assertFalse(base().without(EPOCHS).toYaml().contains("epochs"));
        assertEquals(silent, base().without(EPOCHS).without(EPOCHS).plan().jobs().get(0).runKey());
        assertEquals(silent, experiment("base").extending(base()).train(t -> t.epochs(7)).without(EPOCHS)
                .plan().jobs().get(0).runKey(), "and so is what the other experiment says");
    }

    @Test
    void nameThatIsNull_isToldAsSuch() {
        assertEquals("the name of a setting is null",
                assertThrows(NullPointerException.class, () -> at(null)).getMessage());
        assertEquals("the case's name is null",
                assertThrows(NullPointerException.class, () -> base().inCase(null)).getMessage());
        assertEquals("the name of what is set is null",
                assertThrows(NullPointerException.class, () -> base().tag(null, "x")).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    @DisplayName("no failure is too many to start a first run: so many trained nothing and said nothing")
    void failuresThatAreNone_areRefused(int most) {
        assertEquals("max_failures: %d is not a whole number from 1".formatted(most),
                refusal(() -> base().run(options -> options.results(directory).maxFailures(most))));
    }
}
