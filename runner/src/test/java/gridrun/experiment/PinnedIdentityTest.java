package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gridrun.config.Problems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PinnedIdentityTest {

    @Test
    @DisplayName("New settings change no identity: results that people have stay theirs")
    void configIds_ofTheMainExperiment_arePinned() {
        Experiment experiment = Experiment.read(
                Path.of("..", "experiments", "lr-sweep.yaml"), List.of(), false, new Problems()).orElseThrow();
        assertEquals(List.of(
                "f5d335662d1e1c3d4c89c187c7467329693be203cb56c62bd74be84bb923ae68",
                "57756cd9ddcc5ac9a7fe409fcc5808e49fab6df4a68184de0b750f2895512a24",
                "224caba20d6a732c870100a1459a964f116ab3ffea71605f1aadf666b4532365",
                "429cb776fa48b37b7e89541a1f40901ecd805759dcbd69fa7f22a63e507505e3"),
                experiment.runs().stream().map(RunSpec::configId).distinct().toList());
        assertEquals("e877721085a2ff143b375eb98317af18107207d4fc8fb5b26fec446dea729d14", experiment.sweepId());
    }

    @Test
    @DisplayName("A setting that came later is part of an identity where it is not at its default")
    void configId_withALaterSetting_isAnother() {
        assertEquals(configId(), configId("drop_last=false"));
        assertNotEquals(configId(), configId("drop_last=true"));
    }

    private static String configId(String... overrides) {
        Experiment experiment = Experiment.read(
                Path.of("..", "experiments", "lr-sweep.yaml"), List.of(overrides), false, new Problems()).orElseThrow();
        assertEquals(overrides.length == 0 ? "false" : overrides[0].replace("drop_last=", ""),
                experiment.runs().get(0).params().get("train.drop_last"));
        return experiment.runs().get(0).configId();
    }
}
