package gridrun.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.task.Dataset.Task;
import gridrun.tensor.ByteTable;
import gridrun.tensor.Shape;
import org.junit.jupiter.api.Test;

class InputsTest {

    private static final byte[] BYTES = {9, 9, 0, 1, 2, 3, (byte) 254, (byte) 255};

    /** The last and the first of three rows of two. */
    private static Dataset examples() {
        ByteTable table = new ByteTable(BYTES, 2, 2, new int[] {2, 0}, 1 / 255f);
        return new Dataset(Shape.of(2), new Inputs.Bytes(table), Task.classification(2), new float[] {1, 0},
                Scaling.NONE);
    }

    @Test
    void bytes_areNumbersFromZeroToOne() {
        float[] numbers = examples().inputs();
        assertArrayEquals(new float[] {254 * (1 / 255f), 1, 0, 1 / 255f}, numbers, "254 and 255 are not negative");
        assertEquals(2, examples().size());
        assertArrayEquals(new float[] {0, 1 / 255f}, examples().inputs(1));
    }

    @Test
    void selectedBytes_areThoseOfTheSameArray() {
        Dataset selected = examples().select(1, 0, 1);
        assertArrayEquals(new float[] {0, 1 / 255f, 254 * (1 / 255f), 1, 0, 1 / 255f}, selected.inputs());
        assertArrayEquals(new float[] {0, 1, 0}, selected.targets());
        assertEquals(BYTES, ((Inputs.Bytes) selected.stored()).table().bytes());
        assertArrayEquals(new float[] {254 * (1 / 255f), 1}, examples().first(1).inputs());
    }

    @Test
    void rowBehindTheBytes_isRefused() {
        assertEquals("there is no row 3 of 2 numbers in 8 bytes from 2 on", assertThrows(IllegalArgumentException.class,
                () -> new ByteTable(BYTES, 2, 2, new int[] {0, 3}, 1)).getMessage());
    }
}
