package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.random.RunSeeds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {

    private static final String FILE = """
            name: seeds
            seed: 7
            data: {type: moons}
            model: {type: mlp, hidden: [4]}
            sweep: {seeds: %s}
            """;

    @Test
    void seedsOfPurposes_areCrossedAndTheOthersKeepTheExperiments() {
        List<RunSpec> runs = runs("{split: [3, 1], init: 2}");
        assertEquals(List.of("split=3 init=7", "split=3 init=8", "split=1 init=7", "split=1 init=8"),
                runs.stream().map(RunSpec::name).toList());
        assertEquals(new RunSeeds(7, 1, 8, 7), runs.get(3).seeds());
        assertEquals(1, runs.stream().map(RunSpec::configId).distinct().count());
        assertEquals(4, runs.stream().map(SeedsTest::key).distinct().count());
        assertEquals(4, runs.stream().map(RunSpec::seed).distinct().count());
    }

    @Test
    void seedsThatAreAllOne_areTheRunOfThatSeed() {
        RunSpec apart = runs("{split: [7], init: [7]}").get(0);
        RunSpec plain = runs("[7]").get(0);
        assertEquals(key(plain), key(apart));
        assertEquals(7, apart.seed());
        assertNotEquals(key(plain), key(runs("{split: [7], init: [8]}").get(0)));
    }

    @Test
    void seedsOfPurposes_areCrossedWithFolds() {
        List<RunSpec> runs = read(FILE.formatted("{split: [3, 1], init: [7, 8]}")
                .replace("{type: moons}", "{type: moons, folds: 2}"));
        assertEquals(List.of("split=3 init=7 fold=1", "split=3 init=7 fold=2", "split=3 init=8 fold=1"),
                runs.stream().limit(3).map(RunSpec::name).toList());
        assertEquals(8, runs.stream().map(SeedsTest::key).distinct().count());
    }

    @Test
    void runAsAFile_isTheSameRun() {
        RunSpec run = runs("{order: [9]}").get(0);
        RunSpec again = read(run.yaml("alone")).get(0);
        assertEquals(run.seeds(), again.seeds());
        assertEquals(key(run), key(again));
    }

    private static final String RACE = FILE.replace("{seeds: %s}",
            "{parameters: {learning_rate: [0.1, 0.2]}, seeds: {min: 2, max: 4}}");

    @Test
    void race_hasTheRunsOfItsMostSeeds() {
        List<RunSpec> race = read(RACE);
        List<RunSpec> plain = read(RACE.replace("{min: 2, max: 4}", "4"));
        assertEquals(plain.stream().map(SeedsTest::key).toList(), race.stream().map(SeedsTest::key).toList());
        assertEquals(plain.stream().map(RunSpec::name).toList(), race.stream().map(RunSpec::name).toList());
    }

    @Test
    void race_thatCanTellNothing_isRefused() {
        Problems problems = new Problems();
        Experiment.parse("seeds.yaml", RACE.replace("seeds: {", "paired_test: wilcoxon, seeds: {"), Request.PLAIN,
                problems);
        assertTrue(problems.render().contains("sweep.seeds: with at most 4 seeds the Wilcoxon signed-rank test has no "
                + "p below 0.1, and to tell the worst of 2 configurations at the last look of this race it takes 0.03"),
                problems.render());
        problems = new Problems();
        Experiment.parse("seeds.yaml", RACE.replace("seeds: {", "baseline: {learning_rate: 0.1}, seeds: {"),
                Request.PLAIN, problems);
        assertTrue(problems.render().contains("sweep.baseline: learning_rate=0.1 is not possible in a race"),
                problems.render());
    }

    @Test
    void race_isOneOfSmokeSettingsToo() {
        Problems problems = new Problems();
        Experiment smoke = Experiment.parse("seeds.yaml", RACE + "smoke: {seeds: {min: 2, max: 3}}",
                new Request(List.of(), true, true), problems).orElseThrow(() -> new AssertionError(problems.render()));
        assertEquals(3, smoke.terms().race().max());
        assertEquals(6, smoke.runs().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                   | sweep.seeds: no seeds; name data, split, init or order
            {splits: 3}          | unknown key 'splits' in sweep.seeds; did you mean 'split'?
            {split: 0}           | sweep.seeds.split: 0 is not a number of repeats from 1 to 100,000
            {split: [1, 1]}      | sweep.seeds.split: 1 stands in the list twice
            {split: 999, init: 999} | the sweep has more than 100,000 runs
            {min: 1, max: 5}     | seeds.yaml:5:22: sweep.seeds.min: 1 is not a number of seeds from 2, for one has no spread
            {min: 5, max: 4}     | sweep.seeds.max: 4 is not a number of seeds from 5, which is min, to 100,000
            {min: 5}             | sweep.seeds: 'max' is missing, a whole number
            {min: 5, max: 9, blok: 2} | unknown key 'blok' in sweep.seeds; did you mean 'block'?
            {min: 5, max: 9, until: bored} | sweep.seeds.until: 'bored' is not one of decided
            {min: 5, max: 9}     | seeds.yaml:5:16: sweep.seeds: a race takes two configurations at least, and here is one
            """)
    void seedsThatCannotBe_areRefused(String seeds, String message) {
        Problems problems = new Problems();
        Experiment.parse("seeds.yaml", FILE.formatted(seeds), Request.PLAIN, problems);
        assertTrue(problems.render().contains(message), problems.render());
    }

    private static String key(RunSpec run) {
        return RunKey.of(run.configId(), run.seeds(), run.fold(), "f", 1, List.of());
    }

    private static List<RunSpec> runs(String seeds) {
        return read(FILE.formatted(seeds));
    }

    private static List<RunSpec> read(String text) {
        Problems problems = new Problems();
        return Experiment.parse("seeds.yaml", text, Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs();
    }
}
