package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.observed.GradientsOverTime;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import gridrun.report.Runs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimePlotsTest {

    /** Layers of one step in two epochs. */
    private static Compared<GradientsOverTime> network(String... layers) {
        return Runs.compared(String.join(" ", layers), GradientsOverTime.parse("epoch,layer,step,norm\n"
                + Arrays.stream(layers).map(layer -> "1,%1$s,1,0.5\n2,%1$s,1,0.25\n".formatted(layer))
                        .collect(Collectors.joining())));
    }

    private static List<String> headings(List<Compared<GradientsOverTime>> networks) {
        return TimePlots.pictureOfSweep("t", networks).panels().stream().map(Panel::heading).toList();
    }

    @Test
    void aBidirectionalLayer_isOneOfTwoDirections() {
        assertEquals(List.of("forward, first epoch", "forward, last epoch", "backward, first epoch",
                "backward, last epoch"),
                headings(List.of(network("lstm_1"), network("forward_lstm_1", "backward_lstm_1"))));
    }

    @Test
    void layers_areComparedByTheirPlace_inEitherDirection() {
        assertEquals(List.of("layer 1, forward, first epoch", "layer 1, forward, last epoch",
                "layer 1, backward, first epoch", "layer 1, backward, last epoch",
                "layer 2, first epoch", "layer 2, last epoch"),
                headings(List.of(network("lstm_1", "lstm_2"), network("forward_gru_1", "backward_gru_1", "gru_1"))));
    }

    @Test
    void theOnlyLayer_hasNoName() {
        assertEquals(List.of("first epoch", "last epoch"), headings(List.of(network("lstm_1"), network("gru_1"))));
    }
}
