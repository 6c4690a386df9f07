package gridrun.experiment;

import gridrun.component.Matches;
import gridrun.config.Origin;

/**
 * The name of a case: a text as a legend may have it, without what separates settings from one another.
 *
 * @param origin where it stands
 */
@Matches(CaseName.WORD)
record CaseName(String name, Origin origin) {

    /** What separates settings, controls a terminal, or turns the direction of texts. */
    private static final String NEVER = ",;=<>\\[\\]{}\""
            + "\\x00-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
    private static final String INNER = "[^" + NEVER + "]";
    private static final String LAST = "[^\\s" + NEVER + "]";
    /** What begins with a dot or a dash would be no name elsewhere. */
    private static final String FIRST = "[^\\s" + NEVER + "._-]";
    static final String WORD = FIRST + "(" + INNER + "{0,78}" + LAST + ")?";

    static CaseName parse(String name, Origin origin) {
        if (!name.matches(WORD)) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a case: a text of up to 80 "
                    + "letters, without any of , ; = < > [ ] { } \", that begins with neither '.', '_' nor '-'");
        }
        return new CaseName(name, origin);
    }

    @Override
    public String toString() {
        return name;
    }
}
