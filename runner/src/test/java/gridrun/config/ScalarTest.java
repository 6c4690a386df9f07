package gridrun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        1e-3, REAL, 0.001
        5e-4, REAL, 0.0005
        1E5, REAL, 100000
        .5, REAL, 0.5
        -.5, REAL, -0.5
        5., REAL, 5
        1e-5, REAL, 1e-5
        2.50e-7, REAL, 2.5e-7
        1e22, REAL, 1e22
        -0.0, REAL, 0
        .inf, REAL, .inf
        -.Inf, REAL, -.inf
        .NaN, REAL, .nan
        010, INTEGER, 10
        00.5, REAL, 0.5
        0.00010, REAL, 0.0001
        0.00001, REAL, 1e-5
        12.50, REAL, 12.5
        0, INTEGER, 0
        100, INTEGER, 100
        +7, INTEGER, 7
        0x1F, INTEGER, 31
        0o17, INTEGER, 15
        123456789012345678901234567890, INTEGER, 123456789012345678901234567890
        no, TEXT, no
        off, TEXT, off
        y, TEXT, y
        1:30, TEXT, 1:30
        2026-01-01, TEXT, 2026-01-01
        1_000, TEXT, 1_000
        ., TEXT, .
        -, TEXT, -
        1e, TEXT, 1e
        e5, TEXT, e5
        0x, TEXT, 0x
        inf, TEXT, inf
        ٣, TEXT, ٣
        True, BOOLEAN, True
        ~, NULL, ~
        Null, NULL, Null
        """)
    void plain_isWhatYaml12Says(String text, ScalarKind kind, String canonical) {
        Tree.Scalar scalar = Tree.Scalar.plain(text, Origin.DEFAULT);
        assertEquals(kind, scalar.kind());
        assertEquals(canonical, scalar.canonical());
    }

    @Test
    void text_anyNumber_readsBackAsTheSameBits() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text = Numbers.text(value);
            assertEquals(value == 0 ? 0 : value, Numbers.real(text), text);
        }
        assertEquals("5e-324", Numbers.text(Double.MIN_VALUE));
        assertEquals("2e23", Numbers.text(2e23));
    }
}
