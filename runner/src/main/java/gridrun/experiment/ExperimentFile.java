package gridrun.experiment;

import gridrun.config.Composite;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Settings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an experiment file may say, for those who document it and for editors. */
public final class ExperimentFile {

    /** The most runs of a sweep, and so the most seeds. */
    public static final int MOST_RUNS = Grid.MOST_RUNS;

    /** What the name of a case looks like. */
    public static final String CASE = Cases.WORD;

    /** The full name that a name means. */
    private interface Meaning {

        Optional<String> of(Keys keys, String name, Origin origin);
    }

    private ExperimentFile() {
    }

    /** The top level. */
    public static Composite top() {
        return (Composite) Schema.of(ExperimentSpec.class);
    }

    /** An axis that is given as a range. */
    public static Composite range() {
        return (Composite) Schema.of(Range.class);
    }

    /** All full names. */
    public static Settings settings() {
        return Keys.SETTINGS;
    }

    /** Each name that an axis can be given by, short or full, with its full name. */
    public static Map<String, String> axes() {
        return names(Keys::axis);
    }

    /** Each name that smoke settings can be given by, short or full, with its full name. */
    public static Map<String, String> overrides() {
        return names(Keys::override);
    }

    private static Map<String, String> names(Meaning meaning) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String candidate : candidates()) {
            meaning.of(new Keys(new Problems()), candidate, Origin.DEFAULT)
                    .ifPresent(full -> names.put(candidate, full));
        }
        return names;
    }

    /** Every name, and every end of one: those that mean nothing, or several things, are not accepted. */
    private static Set<String> candidates() {
        Set<String> candidates = new LinkedHashSet<>();
        for (String full : Keys.SETTINGS.names()) {
            for (int dot = -1; dot < full.length(); dot = next(full, dot)) {
                String name = full.substring(dot + 1);
                candidates.add(name);
                if (Keys.SETTINGS.isChoice(full)) {
                    candidates.add(name + ".type");
                }
            }
        }
        candidates.add("seeds");
        return candidates;
    }

    private static int next(String name, int dot) {
        int next = name.indexOf('.', dot + 1);
        return next < 0 ? name.length() : next;
    }
}
