package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RecurrenceParityTest {

    private static final int[] UNITS = {1, 3, 16, 17, 33, 128, 600};
    private static final int[] BATCHES = {1, 5, 64};

    /** A call for a batch and a number of units. */
    private interface Check {
        void of(int batch, int units, KernelCase.Content content);
    }

    private static void forAllSizes(Check check) {
        for (int units : UNITS) {
            for (int batch : BATCHES) {
                check.of(batch, units, Parity.NORMAL);
                check.of(batch, units, Parity.ODD);
            }
        }
    }

    @Test
    void lstm_onAllSizes_isEqual() {
        forAllSizes((batch, units, content) -> {
            Shape state = Shape.of(batch, units), gates = Shape.of(batch, 4 * units);
            Parity.check("lstm", content, (kernels, t) -> kernels.recurrences().lstm(t[0], t[1], t[2], t[3], t[4]),
                    gates, state, state, state, state);
            Parity.check("lstmGradient", content,
                    (kernels, t) -> kernels.recurrences().lstmGradient(t[0], t[1], t[2], t[3], t[4], t[5], t[6]),
                    gates, state, state, state, state, gates, state);
            Parity.check("lstmGradient in place", content,
                    (kernels, t) -> kernels.recurrences().lstmGradient(t[0], t[1], t[2], t[3], t[4], t[5], t[4]),
                    gates, state, state, state, state, gates);
            Parity.check("lstmGradient in the gates' place", content,
                    (kernels, t) -> kernels.recurrences().lstmGradient(t[0], t[1], t[2], t[3], t[4], t[0], t[4]),
                    gates, state, state, state, state);
        });
    }

    @Test
    void gru_onAllSizes_isEqual() {
        forAllSizes((batch, units, content) -> {
            Shape state = Shape.of(batch, units), gates = Shape.of(batch, 3 * units);
            Parity.check("gru", content, (kernels, t) -> kernels.recurrences().gru(t[0], t[1], t[2], t[3], t[4]),
                    gates, gates, state, state, state);
            Parity.check("gruGradient", content,
                    (kernels, t) -> kernels.recurrences().gruGradient(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]),
                    gates, state, state, state, state, gates, gates, state);
            Parity.check("gruGradient in the gates' place", content,
                    (kernels, t) -> kernels.recurrences().gruGradient(t[0], t[1], t[2], t[3], t[4], t[5], t[0], t[6]),
                    gates, state, state, state, state, gates, state);
        });
    }

    @Test
    void lstm_atTheEndsOfItsGates_stays() {
        for (Kernels kernels : new Kernels[] {new ScalarKernels(), KernelChoice.best().create()}) {
            Arena arena = kernels.allocate(200);
            Tensor gates = filled(arena, Shape.of(1, 4), 1e4, 1e4, -1e4, -1e4);
            Tensor before = filled(arena, Shape.of(1, 1), 3);
            Tensor cell = arena.cut(Shape.of(1, 1)), squashed = arena.cut(Shape.of(1, 1)),
                    hidden = arena.cut(Shape.of(1, 1));
            kernels.recurrences().lstm(gates, before, cell, squashed, hidden);
            assertEquals(2, cell.get(0), "kept 3, added 1 times -1");
            assertEquals(0, Math.abs(hidden.get(0)), "a closed output gate");
            Tensor one = filled(arena, Shape.of(1, 1), 1);
            kernels.recurrences().lstmGradient(gates, before, squashed, one, one, gates, before);
            for (int i = 0; i < 4; i++) {
                assertEquals(0, Math.abs(gates.get(i)), "a saturated gate has no slope");
            }
            assertEquals(1, before.get(0), "an open forget gate hands the gradient on whole");
        }
    }

    @Test
    void gru_atTheEndsOfItsGates_stays() {
        for (Kernels kernels : new Kernels[] {new ScalarKernels(), KernelChoice.best().create()}) {
            Arena arena = kernels.allocate(200);
            Tensor projection = filled(arena, Shape.of(2, 3), 1e4, 1e4, 1e4, -1e4, -1e4, -1e4);
            Tensor gates = filled(arena, Shape.of(2, 3), 0, 0, -2e4, 0, 0, 1e5);
            Tensor before = filled(arena, Shape.of(2, 1), 0.75, 0.75);
            Tensor candidate = arena.cut(Shape.of(2, 1)), hidden = arena.cut(Shape.of(2, 1));
            kernels.recurrences().gru(projection, gates, before, candidate, hidden);
            assertEquals(-1, candidate.get(0), "with the state");
            assertEquals(0.75, hidden.get(0), "an open update gate keeps the state");
            assertEquals(-1, candidate.get(1), "reset: without the state");
            assertEquals(-1, hidden.get(1), "a closed update gate takes the candidate");
        }
    }

    @Test
    void notANumber_inOneUnit_staysThere() {
        for (Kernels kernels : new Kernels[] {new ScalarKernels(), KernelChoice.best().create()}) {
            Arena arena = kernels.allocate(600);
            Tensor gates = arena.cut(Shape.of(1, 20)), before = arena.cut(Shape.of(1, 5));
            Tensor cell = arena.cut(Shape.of(1, 5)), squashed = arena.cut(Shape.of(1, 5)),
                    hidden = arena.cut(Shape.of(1, 5));
            gates.set(2, Double.NaN);
            kernels.recurrences().lstm(gates, before, cell, squashed, hidden);
            for (int unit = 0; unit < 5; unit++) {
                assertTrue(unit == 2 ? Double.isNaN(hidden.get(unit)) : hidden.get(unit) == 0);
            }
        }
    }

    private static Tensor filled(Arena arena, Shape shape, double... values) {
        Tensor tensor = arena.cut(shape);
        for (int i = 0; i < values.length; i++) {
            tensor.set(i, values[i]);
        }
        return tensor;
    }
}
