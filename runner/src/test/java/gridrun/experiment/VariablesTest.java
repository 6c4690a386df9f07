package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("SHA", "abc$1\\2", "EMPTY", "", "A_1", "x");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no variable      | no variable
        $SHA and {SHA}   | $SHA and {SHA}
        ${SHA}           | abc$1\\2
        v${A_1}-${A_1}   | vx-x
        ${EMPTY}.        | .
        ${EMPTY:-none}   | none
        ${NOT_SET:-a b}  | a b
        ${NOT_SET:-}.    | .
        $${SHA}          | ${SHA}
        $$${SHA}         | $${SHA}
        """)
    void in_anEnvironment_hasItsValues(String text, String expected) {
        assertEquals(expected, new Variables(text).in(ENVIRONMENT));
        assertEquals(text, new Variables(text).in(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ${NOT_SET}       | the environment variable NOT_SET is not set; ${NOT_SET:-none} would be 'none' then
        ${}              | '${}' names no environment variable; write ${NAME}, ${NAME:-text}
        ${1A}            | '${1A}' names no environment variable
        ${SHA            | '${SHA' names no environment variable
        ${SHA-x}         | '${SHA-x}' names no environment variable
        """)
    void in_whatNamesNone_isToldWithWhatWouldBeRight(String text, String message) {
        String told =
                assertThrows(IllegalArgumentException.class, () -> new Variables(text).in(ENVIRONMENT)).getMessage();
        assertTrue(told.startsWith(message), told);
    }

    @Test
    void isAny_onlyWhereOneIsNamed() {
        assertEquals(true, new Variables("a ${B:-}").isAny());
        assertEquals(false, new Variables("a $${B}").isAny());
        assertEquals(false, new Variables("a").isAny());
    }
}
