package gridrun.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void whatATerminalObeys_isEscaped() {
        assertEquals("\\u001b[2J\\u009b31m\\u0000\\u007f\\u0007", Visible.text("\u001b[2J\u009b31m\0\u007f\u0007"));
        assertEquals("\\u202eabc\\u2066\\u200f\\ufeff\\u2028", Visible.text("\u202eabc\u2066\u200f\ufeff\u2028"));
        assertEquals("a\\ud800b\\udb40\\udc41", Visible.text("a\ud800b" + Character.toString(0xE0041)));
    }

    @Test
    void linesStayInTexts_andNotOnOneLine() {
        assertEquals("a\n\tb\r\nc\\rd", Visible.text("a\n\tb\r\nc\rd"));
        assertEquals("a\\n\\tb\\r\\nc\\rd", Visible.line("a\n\tb\r\nc\rd"));
    }

    @Test
    void whatPeopleWrite_staysAsItIs() {
        String text = "é ± 😀 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d🔬";
        assertSame(text, Visible.line(text));
    }

    @Test
    void aMessage_isCut() {
        assertTrue(Visible.message("x".repeat(100_000)).length() < 3_000);
    }
}
