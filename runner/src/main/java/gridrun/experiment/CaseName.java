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

    private static final String INNER = "[^,;=<>\\[\\]{}\"\\x00-\\x1f\\x7f]";
    private static final String LAST = "[^\\s,;=<>\\[\\]{}\"\\x00-\\x1f\\x7f]";
    /** What begins with a dot or a dash would be no name elsewhere. */
    private static final String FIRST = "[^\\s,;=<>\\[\\]{}\"\\x00-\\x1f\\x7f._-]";
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
