package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProseTest {

    private static final String FILLER = "x".repeat(Prose.WIDTH - 3);

    @Test
    void lines_ofMoreThanTheWidth_breakAtBlanks() {
        assertEquals(FILLER + " ab\n  cd", Prose.wrapped(FILLER + " ab cd", "  "));
    }

    @Test
    void code_withBlanks_staysOnOneLine() {
        assertEquals(FILLER + "\n`a b c`.", Prose.wrapped(FILLER + " `a b c`.", ""));
    }

    @Test
    void markers_ofLists_stayBehindTheirWord() {
        assertEquals(FILLER + "\nab - 1", Prose.wrapped(FILLER + " ab - 1", ""));
        assertEquals(FILLER + "\na 12. b", Prose.wrapped(FILLER + " a 12. b", ""));
    }
}
