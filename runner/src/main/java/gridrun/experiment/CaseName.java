package gridrun.experiment;

import gridrun.component.Matches;
import gridrun.config.Origin;

/**
 * The name of a case.
 *
 * @param origin where it stands
 */
@Matches(CaseName.WORD)
record CaseName(String name, Origin origin) {

    static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]*";

    static CaseName parse(String name, Origin origin) {
        if (!name.matches(WORD)) {
            throw new IllegalArgumentException("'" + name + "' is not a name: letters, digits, '.', '_' or '-'");
        }
        return new CaseName(name, origin);
    }

    @Override
    public String toString() {
        return name;
    }
}
