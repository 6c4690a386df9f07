package gridrun.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The same text once, of what is read in one go: thousands of runs have the same params, data and files, and differ in
 * a few values. The JVM's own table of texts takes longer, and would keep them.
 */
final class Texts {

    private final Map<String, String> known = new HashMap<>();

    /** The text that equals this one and came first; null for null. */
    String first(String text) {
        String before = text == null ? null : known.putIfAbsent(text, text);
        return before == null ? text : before;
    }
}
