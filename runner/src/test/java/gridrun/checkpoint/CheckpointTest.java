package gridrun.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.archive.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Checkpoint CHECKPOINT = new Checkpoint("key", "data 1", List.of(
            new Checkpoint.Epoch(17, 0.5, Map.of("loss", Double.NaN)),
            new Checkpoint.Epoch(18, 0.25, Map.of("loss", 1e-300)),
            new Checkpoint.Epoch(19, 0.25, Map.of("loss", 2.0, "val_loss", -0.0))), 7, 0.125,
            Snapshot.take(archive -> archive.whole("steps", 107)));

    @Test
    void file_readAgain_isTheSame() throws Exception {
        Checkpoint read = Checkpoint.of(CHECKPOINT.bytes());
        assertEquals(CHECKPOINT.epochs(), read.epochs());
        assertEquals("key data 1 7 0.125 1.125", String.join(" ", read.key(), read.version(),
                Integer.toString(read.steps()), Double.toString(read.stepSeconds()), Double.toString(read.seconds())));
        assertArrayEquals(CHECKPOINT.bytes(), read.bytes());
    }

    @Test
    void file_withAnyBitTurned_isDamaged() {
        byte[] bytes = CHECKPOINT.bytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] turned = bytes.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(Checkpoint.Damaged.class, () -> Checkpoint.of(turned), "bit " + bit);
        }
    }

    @Test
    void file_cutOffAnywhere_isDamaged() {
        byte[] bytes = CHECKPOINT.bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(Checkpoint.Damaged.class, () -> Checkpoint.of(cut), "cut at " + length);
        }
    }
}
