package gridrun.experiment;

import static gridrun.experiment.ExperimentErrorsTest.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {

    private static final String BASE = "name: t\ndata: moons\nmodel: {hidden: [4]}\n";

    private static Experiment read(String text, String... overrides) {
        return read(text, false, overrides);
    }

    private static Experiment read(String text, boolean smoke, String... overrides) {
        Problems problems = new Problems();
        return Experiment.parse("t.yaml", text, List.of(overrides), smoke, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static List<String> names(Experiment experiment) {
        return experiment.runs().stream().map(RunSpec::name).toList();
    }

    @Test
    void read_axesAndSeeds_firstAxisSlowestSeedsInnermost() {
        Experiment experiment = read(BASE, "epochs=1,2", "batch_size=8,full", "seeds=3,9");
        assertEquals(List.of("epochs=1 batch_size=8 seed=3", "epochs=1 batch_size=8 seed=9",
                "epochs=1 batch_size=full seed=3", "epochs=1 batch_size=full seed=9",
                "epochs=2 batch_size=8 seed=3", "epochs=2 batch_size=8 seed=9",
                "epochs=2 batch_size=full seed=3", "epochs=2 batch_size=full seed=9"), names(experiment));
        assertEquals(4, experiment.runs().stream().map(RunSpec::configId).distinct().count());
    }

    @Test
    void read_theSweepOfTheDesign_hasTwentyRunsWithFullNames() {
        Experiment experiment = read(VALID);
        assertEquals(20, experiment.runs().size());
        RunSpec run = experiment.runs().get(7);
        assertEquals("learning_rate=0.01 seed=2", run.name());
        assertEquals("sgd", run.params().get("train.optimizer"));
        assertEquals("0", run.params().get("train.optimizer.momentum"));
        assertEquals("[64, 32]", run.params().get("model.hidden"));
        assertEquals("mlp", run.params().get("model"));
        assertEquals(List.of("train.learning_rate"), experiment.axes());
    }

    @Test
    void read_aMapOfOneKey_isAMapWithItsType() {
        String text = BASE + "train: {optimizer: {sgd: {momentum: 0.5}}, learning_rate: 0.1}\n";
        assertEquals(
                read(text.replace("{sgd: {momentum: 0.5}}", "{type: sgd, momentum: 0.5}")).runs().get(0).configId(),
                read(text).runs().get(0).configId());
        assertEquals("0.9",
                read(text, "optimizer.momentum=0.9").runs().get(0).params().get("train.optimizer.momentum"));
        RunSpec nesterov = read(text, "optimizer={nesterov: true}").runs().get(0);
        assertEquals("true 0.5", nesterov.params().get("train.optimizer.nesterov") + " "
                + nesterov.params().get("train.optimizer.momentum"));
        assertEquals("adam",
                read(text, "optimizer={adam: {beta1: 0.8}}").runs().get(0).params().get("train.optimizer"));
        assertEquals(List.of("momentum=0 seed=0", "momentum=0.9 seed=0"),
                names(read(text, "optimizer.momentum=0,0.9")));
        String layers = BASE.replace("{hidden: [4]}", "{layers: [{reshape: [1, 2]}, {bidirectional: {lstm: 8}}]}");
        assertEquals("4", read(layers, "model.layers.1.bidirectional.layer.units=4").runs().get(0).params()
                .get("model.layers.1.bidirectional.layer.units"));
        assertEquals(4, read(BASE, "model={mlp: [3, 5]}", "train.optimizer=[sgd, {adam: {beta1: 0.8}}]", "seeds=2")
                .runs().size());
    }

    @Test
    void read_singleRun_belongsToNoSweepAndIsNamedLikeTheExperiment() {
        Experiment experiment = read(BASE);
        assertTrue(experiment.isSingle());
        assertEquals(List.of("t"), names(experiment));
    }

    @Test
    void read_smoke_shortensAndRenames() {
        Experiment smoke = read(VALID, true);
        assertEquals("lr-sweep-smoke", smoke.name());
        assertEquals(4, smoke.runs().size());
        assertEquals("2", smoke.runs().get(0).params().get("train.epochs"));
        assertEquals("200", smoke.runs().get(0).params().get("data.samples"));
        assertNotEquals(read(VALID).sweepId(), smoke.sweepId());
        assertEquals("7", read(VALID, true, "epochs=7").runs().get(0).params().get("train.epochs"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        learning_rate=0.3          | train.learning_rate       | 0.3
        learning_rate=1e-3         | train.learning_rate       | 0.001
        ~early_stopping            | train.early_stopping.patience |
        optimizer=rmsprop          | train.optimizer           | rmsprop
        optimizer.type=adam        | train.optimizer           | adam
        train.optimizer.momentum=.5 | train.optimizer.momentum | 0.5
        hidden=[256,128]           | model.hidden              | [256, 128]
        model={layers: [dense: 8, flatten]} | model.layers.0.dense.units | 8
        data=xor                   | data                      | xor
        early_stopping.patience=3  | train.early_stopping.patience | 3
        train={epochs: 9}          | train.epochs              | 9
        """)
    void read_override_setsTheValue(String override, String name, String value) {
        assertEquals(value, read(VALID, override).runs().get(0).params().get(name));
    }

    @Test
    void read_anotherVariant_leavesNoStraySettings() {
        String text = VALID.replace("optimizer: sgd", "optimizer: {type: adam, beta1: 0.5}");
        assertEquals(null, read(text, "optimizer=sgd").runs().get(0).params().get("train.optimizer.beta1"));
        assertEquals("0.5", read(text, "optimizer=adam").runs().get(0).params().get("train.optimizer.beta1"));
    }

    @Test
    void read_settingInAList_byItsFullName() {
        String text = "name: t\ndata: moons\nmodel: {layers: [dense: 8, {dense: {units: 4}}]}\n";
        assertEquals("5",
                read(text, "model.layers.1.dense.units=5").runs().get(0).params().get("model.layers.1.dense.units"));
        assertEquals("6",
                read(text, "model.layers.0.dense.units=6").runs().get(0).params().get("model.layers.0.dense.units"));
        String nested =
                "name: t\ndata: moons\nmodel: {layers: [flatten, residual: [dense: 8, residual: [dense: {units: "
                        + "8}]]]}\n";
        String inside = "model.layers.1.residual.layers.1.residual.layers.0.dense.units";
        assertEquals("5", read(nested, inside + "=5").runs().get(0).params().get(inside));
    }

    @Test
    void configId_orderSpellingAliasAndSeed_changeNothing() {
        String one = read(
                "name: a\ndata: {type: moons, samples: 100}\nmodel: {type: mlp, hidden: [4], init: glorot_uniform}\n"
                        + "train: {learning_rate: 0.001, epochs: 10}\n")
                .runs().get(0).configId();
        String other = read("name: b\nseed: 7\ntrain: {epochs: 1e1, learning_rate: 1E-3, l2: 0.0}\n"
                + "model: {init: xavier_uniform, hidden: [0x4]}\ndata: {samples: 0100, type: moons, seed: null}\n")
                .runs().get(0).configId();
        assertEquals(one, other);
        assertEquals(64, one.length());
        assertNotEquals(one, read(BASE).runs().get(0).configId());
    }

    /** Results of years hang on these hashes: a new setting's default has to be absent from a configuration in full. */
    @Test
    void configId_ofTheLearningRateSweep_neverChanges() {
        assertEquals(List.of("f5d335662d1e1c3d4c89c187c7467329693be203cb56c62bd74be84bb923ae68",
                "57756cd9ddcc5ac9a7fe409fcc5808e49fab6df4a68184de0b750f2895512a24",
                "224caba20d6a732c870100a1459a964f116ab3ffea71605f1aadf666b4532365",
                "429cb776fa48b37b7e89541a1f40901ecd805759dcbd69fa7f22a63e507505e3"),
                read(VALID).runs().stream().map(RunSpec::configId).distinct().toList());
    }

    @Test
    void log_namesWhatIsObserved_inAnyOrder() {
        assertEquals(read(BASE).runs().get(0).configId(), read(BASE, "train.log=[]").runs().get(0).configId());
        RunSpec observed = read(BASE, "log=[dead_units, gradient_norm]").runs().get(0);
        assertEquals("[gradient_norm, dead_units]", observed.params().get("train.log"));
        assertEquals(observed.configId(), read(BASE, "log=[gradient_norm, dead_units]").runs().get(0).configId());
    }

    @Test
    void sweepId_otherValuesAndSeeds_isTheSame() {
        String id = read(VALID).sweepId();
        assertEquals(id, read(VALID, "learning_rate=0.5,0.7", "seeds=9").sweepId());
        assertNotEquals(id, read(VALID, "epochs=3").sweepId());
        assertNotEquals(id, read(VALID, "epochs=3,4").sweepId());
    }

    @Test
    void range_valuesAreWrittenAsPeopleDo() {
        assertEquals(List.of("0.0001", "0.001", "0.01", "0.1"),
                values("learning_rate={min: 1e-4, max: 0.1, log: true, count: 4}"));
        assertEquals(List.of("0.1", "0.2", "0.3"), values("learning_rate={min: 0.1, max: 0.3, step: 0.1}"));
        assertEquals(List.of("0.1", "0.2", "0.3"), values("learning_rate={min: 0.1, max: 0.3, count: 3}"));
    }

    private static List<String> values(String override) {
        return read(BASE, override).runs().stream().map(run -> run.swept().get("learning_rate")).toList();
    }

    @Test
    void grid_randomAxes_sizeIsTheProductAndNoIdRepeats() {
        Random random = new Random(1);
        for (int trial = 0; trial < 30; trial++) {
            int epochs = 1 + random.nextInt(5);
            int rates = 1 + random.nextInt(5);
            int seeds = 1 + random.nextInt(4);
            StringBuilder text = new StringBuilder("epochs=1");
            for (int i = 2; i <= epochs; i++) {
                text.append(',').append(i);
            }
            String range = rates == 1 ? "l2=0.5" : "l2={min: 0, max: 1, count: " + rates + "}";
            Experiment experiment = read(BASE, text.toString(), range, "seeds=" + seeds);
            assertEquals(epochs * rates * seeds, experiment.runs().size());
            HashSet<String> keys = new HashSet<>();
            experiment.runs().forEach(run -> keys.add(RunKey.of(run.configId(), run.seeds(), 0, "f", 1, List.of())));
            assertEquals(experiment.runs().size(), keys.size());
        }
    }

    @Test
    void yaml_ofARun_isAFileThatGivesTheSameRun() {
        String text = "name: t\ndata: {type: blobs, noise: 1e-5}\n"
                + "model: {layers: [dense: 8, flatten, dropout: 0.25, {dense: {units: 2, activation: {type: "
                + "leaky_relu}}}]}\n"
                + "train: {optimizer: adamw, batch_size: full, early_stopping: {patience: 3}}\n";
        for (String source : List.of(text, VALID)) {
            RunSpec run = read(source).runs().get(0);
            RunSpec again = read(run.yaml("best")).runs().get(0);
            assertEquals(run.configId(), again.configId());
            assertEquals(run.params(), again.params());
            assertEquals(run.seed(), again.seed());
        }
    }

    @Test
    void read_mutatedFiles_neverThrow() {
        Random random = new Random(2);
        String alphabet = "{}[]:,-#&*!|>'\"%@`~ \n\t0aé\u0000\u2028<.";
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++) {
            StringBuilder text = new StringBuilder(VALID);
            for (int i = 0; i <= random.nextInt(3); i++) {
                int at = random.nextInt(text.length());
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                }
            }
            Problems problems = new Problems();
            boolean empty = Experiment.parse("t.yaml", text.toString(), List.of(), false, problems).isEmpty();
            assertEquals(empty, !problems.isEmpty(), text::toString);
            assertFalse(problems.render().isEmpty());
            refused += empty ? 1 : 0;
        }
        assertTrue(refused > 1000);
    }
}
