package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Settings;
import gridrun.config.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Short and full names of settings.
 *
 * <p>A short name is the last segment of a full one under {@code data}, {@code model} or {@code train}.
 */
final class Keys {

    /** All that an experiment file may say. */
    static final Settings SETTINGS = Settings.of(ExperimentSpec.class);

    private final Problems problems;

    Keys(Problems problems) {
        this.problems = problems;
    }

    Settings settings() {
        return SETTINGS;
    }

    /** Whether a full name belongs to a run's configuration, so that it can vary. */
    static boolean varies(String name) {
        return under(name, "data") || under(name, "model") || under(name, "train");
    }

    private static boolean under(String name, String top) {
        return name.startsWith(top) && (name.length() == top.length() || name.charAt(top.length()) == '.');
    }

    /** The name that tables and runs show: short where that is unique. */
    String label(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return candidates(last).size() == 1 ? last : name;
    }

    private static List<String> candidates(String last) {
        return SETTINGS.named(last).stream().filter(Keys::varies).toList();
    }

    /** The full name of what an axis is over; empty where there is none, or several. */
    Optional<String> axis(String key, Origin origin) {
        String name = withoutType(key);
        if (key.equals("seed") || key.equals("seeds")) {
            problems.add(origin, "'" + key + "' is no axis; give 'sweep.seeds' a number of repeats or a list of seeds");
            return Optional.empty();
        }
        return canVary(name) ? Optional.of(name) : shortName(name, origin);
    }

    /** Whether a full name is one that an axis can be over. */
    static boolean canVary(String name) {
        return varies(name) && SETTINGS.names().contains(name) || isInList(name);
    }

    /** Whether a name is one of something within a list, {@code model.layers.0.dense.units}: what is there is known later. */
    private static boolean isInList(String name) {
        return varies(name) && name.matches(".*\\.[0-9]+(\\..*)?");
    }

    /** The full name of what an override sets; inside lists it is taken as it is. */
    Optional<String> override(String key, Origin origin) {
        String name = key.equals("seeds") ? "sweep.seeds" : isTag(key) ? key : withoutType(key);
        boolean whole = name.equals("sweep") || name.equals("smoke") || name.equals("sweep.parameters");
        return isInList(name) || isTag(name) || SETTINGS.names().contains(name) && !whole
                ? Optional.of(name) : shortName(name, origin);
    }

    /** Whether a name is one of a tag, whose keys are the user's own. */
    private static boolean isTag(String name) {
        return name.startsWith("tags.") && name.length() > "tags.".length();
    }

    /** A choice between records and its type are one setting. */
    private static String withoutType(String key) {
        return key.endsWith(".type") ? key.substring(0, key.length() - ".type".length()) : key;
    }

    private Optional<String> shortName(String key, Origin origin) {
        List<String> candidates = candidates(key);
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        problems.add(origin, candidates.isEmpty()
                ? "unknown parameter '" + key + "'" + near(key)
                : "'" + key + "' is ambiguous: it can be " + String.join(" or ", candidates));
        return Optional.empty();
    }

    private static String near(String key) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : SETTINGS.names()) {
            if (varies(name)) {
                names.put(name.substring(name.lastIndexOf('.') + 1), name);
            }
        }
        List<String> all = new ArrayList<>(names.keySet());
        all.addAll(names.values());
        return Spelling.nearest(key, all)
                .map(best -> "; did you mean '" + best + "'"
                        + (names.containsKey(best) && !best.equals(names.get(best)) ? " (" + names.get(best) + ")" : "")
                        + "?")
                .orElse("");
    }
}
