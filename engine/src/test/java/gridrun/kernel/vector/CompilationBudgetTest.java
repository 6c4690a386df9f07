package gridrun.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No compilation becomes so large that the compiler inlines less; see {@link Alone}. A call of the Vector API counts
 * one, or two where it makes a vector of a number first.
 */
class CompilationBudgetTest {

    /** Of some 310 nodes each, with which 18,000 are not exceeded. */
    private static final int MOST = 58;
    /** A method of more bytes is never inlined ({@code -XX:FreqInlineSize}). */
    private static final int MOST_BYTES_INLINED = 325;
    /** Tiles whose number of chains needs more, straight lines whose vectors are all of one kind. */
    private static final Set<String> BEYOND = Set.of("NearTapTiles.tile24x1", "NearTapTiles.tile12x2",
            "ColumnTiles.tile12x2", "RowTiles.tile12x2", "TapTiles.taps9x2", "Square16.eightColumns");

    private static Map<String, VectorCalls> methods;

    @BeforeAll
    static void read() throws IOException {
        methods = VectorCalls.ofPackage();
    }

    @Test
    void loops_areInClassesOfTheirOwn() {
        Set<String> elsewhere = new TreeSet<>();
        methods.values().stream().filter(method -> method.own() > 0 && !method.alone())
                .forEach(method -> elsewhere.add(method.name()));
        assertEquals(Set.of(), elsewhere);
    }

    @Test
    void compilations_stayWithinTheBudget() {
        Map<String, Integer> large = new TreeMap<>();
        methods.values().forEach(method -> {
            int calls = method.own() + method.callees().stream().mapToInt(this::inlined).sum();
            if (calls > MOST && !BEYOND.contains(method.name())) {
                large.put(method.name(), calls);
            }
        });
        assertEquals(Map.of(), large);
    }

    /** Deeper callees are not inlined where they are loops, and make no calls where they are not. */
    private int inlined(String callee) {
        VectorCalls method = methods.get(callee);
        return method == null || !method.alone() || method.bytes() > MOST_BYTES_INLINED ? 0 : method.own();
    }

    @Test
    void exceptions_areNeeded() {
        assertTrue(BEYOND.stream().allMatch(name -> methods.values().stream()
                .anyMatch(method -> method.name().equals(name) && method.own() > MOST)));
    }
}
