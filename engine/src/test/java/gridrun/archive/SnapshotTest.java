package gridrun.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    /** Something with state of every kind. */
    private static final class Thing {

        private long whole;
        private double number;
        private boolean flag;
        private final double[] numbers;
        private final Tensor tensor;

        Thing(int size) {
            numbers = new double[size];
            tensor = Arena.ofFloats(64).cut(Shape.of(size));
        }

        void archive(Archive archive) {
            whole = archive.whole("whole", whole);
            number = archive.number("number", number);
            flag = archive.flag("flag", flag);
            archive.numbers("numbers", numbers);
            archive.tensor("tensor", tensor);
        }
    }

    private static Thing full() {
        Thing thing = new Thing(3);
        thing.whole = Long.MIN_VALUE + 7;
        thing.number = -0.0;
        thing.flag = true;
        thing.numbers[1] = Double.NaN;
        thing.numbers[2] = Double.MIN_VALUE;
        thing.tensor.set(0, -0f);
        thing.tensor.set(2, 1e-42f);
        return thing;
    }

    @Test
    void state_of_every_kind_comes_back_to_the_bit() {
        Thing thing = full();
        byte[] bytes = Snapshot.take(thing::archive).bytes();
        Thing other = new Thing(3);
        Snapshot.of(bytes).restore(other::archive);
        assertEquals(thing.whole, other.whole);
        assertEquals(Double.doubleToLongBits(-0.0), Double.doubleToLongBits(other.number));
        assertTrue(other.flag);
        assertArrayEquals(thing.numbers, other.numbers);
        assertEquals(Float.floatToIntBits(-0f), Float.floatToIntBits((float) other.tensor.get(0)));
        assertEquals(1e-42f, (float) other.tensor.get(2));
        assertArrayEquals(bytes, Snapshot.take(other::archive).bytes());
    }

    @Test
    void snapshot_does_not_change_with_the_object_it_was_taken_of() {
        Thing thing = full();
        Snapshot snapshot = Snapshot.take(thing::archive);
        byte[] before = snapshot.bytes();
        thing.numbers[0] = 5;
        thing.tensor.set(1, 5);
        assertArrayEquals(before, snapshot.bytes());
    }

    @Test
    void what_is_cut_off_anywhere_is_refused() {
        byte[] bytes = Snapshot.take(full()::archive).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(Snapshot.Unfit.class, () -> Snapshot.of(cut).restore(new Thing(3)::archive),
                    "cut at " + length);
        }
    }

    @Test
    void length_is_not_believed_before_it_is_looked_at() {
        byte[] huge = {1, 0, 0, 0, 'x', 'f', -1, -1, -1, 0x7f};
        assertThrows(Snapshot.Unfit.class, () -> Snapshot.of(huge));
        byte[] negative = {-1, -1, -1, -1, 'x'};
        assertThrows(Snapshot.Unfit.class, () -> Snapshot.of(negative));
    }

    @Test
    void unknown_kind_is_refused() {
        byte[] bytes = Snapshot.take(archive -> archive.whole("x", 7)).bytes();
        assertEquals('l', bytes[5]);
        bytes[5] = 'q';
        assertThrows(Snapshot.Unfit.class, () -> Snapshot.of(bytes));
    }

    @Test
    void other_state_is_refused_by_name() {
        Snapshot snapshot = Snapshot.take(archive -> archive.number("loss", 1));
        assertEquals("rate (1 x double) is expected there, not loss (1 x double)",
                refused(snapshot, archive -> archive.number("rate", 1)));
        assertEquals("loss (1 x long) is expected there, not loss (1 x double)",
                refused(snapshot, archive -> archive.whole("loss", 1)));
        assertEquals("loss (1 x double) is of no use there", refused(snapshot, archive -> {}));
        assertEquals("rate (1 x double) is expected there", refused(snapshot, archive -> {
            archive.number("loss", 1);
            archive.number("rate", 1);
        }));
        assertThrows(Snapshot.Unfit.class, () -> Snapshot.take(full()::archive).restore(new Thing(4)::archive));
    }

    private static String refused(Snapshot snapshot, Consumer<Archive> into) {
        return assertThrows(Snapshot.Unfit.class, () -> snapshot.restore(into)).getMessage();
    }
}
