package gridrun.experiment;

import gridrun.config.Settings;
import gridrun.config.Spelling;
import gridrun.config.Tree;
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

    private static final String SEEDS = "seeds";
    private static final List<String> WHOLE = List.of("sweep", "smoke", "sweep.parameters");

    private Keys() {
    }

    /** Whether a full name belongs to a run's configuration, so that it can vary. */
    static boolean varies(String name) {
        return under(name, "data") || under(name, "model") || under(name, "train");
    }

    private static boolean under(String name, String top) {
        return name.startsWith(top) && (name.length() == top.length() || name.charAt(top.length()) == '.');
    }

    /** The name that tables and runs show: short where that is unique. */
    static String label(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return candidates(last).size() == 1 ? last : name;
    }

    private static List<String> candidates(String last) {
        return SETTINGS.named(last).stream().filter(Keys::varies).toList();
    }

    /**
     * The full name of what an axis is over.
     *
     * @throws IllegalArgumentException where there is none, or several
     */
    static String axis(String key) {
        if (key.equals("seed") || key.equals(SEEDS)) {
            throw new IllegalArgumentException(
                    "'" + key + "' is no axis; give 'sweep.seeds' a number of repeats or a list of seeds");
        }
        String name = withoutType(key);
        return canVary(name) ? name : shortName(name);
    }

    /** Whether a full name is one that an axis can be over. */
    static boolean canVary(String name) {
        return varies(name) && SETTINGS.names().contains(name) || isOfTheFile(name);
    }

    /**
     * Whether a name is one that a file alone knows: within a list, {@code model.layers.0.dense.units}, or of data that
     * may be of somebody else's class. Whether it is there shows later.
     */
    private static boolean isOfTheFile(String name) {
        return varies(name) && (isInList(name) || SETTINGS.isBelowOpenChoice(name));
    }

    /** Whether a full name is one of an item of a list, or of a setting within one. */
    static boolean isInList(String name) {
        return name.matches(".*\\.[0-9]+(\\..*)?");
    }

    /**
     * The full name of what an override sets; what a file alone knows is taken as it is.
     *
     * @throws IllegalArgumentException where there is none, or several
     */
    static String override(String key) {
        String name = key.equals(SEEDS) ? "sweep.seeds" : isTag(key) ? key : withoutType(key);
        boolean known = SETTINGS.names().contains(name) && !WHOLE.contains(name);
        if (known || isOfTheFile(name) || isTag(name)) {
            return name;
        }
        List<String> others = SETTINGS.named(key).stream().filter(full -> !varies(full)).toList();
        if (candidates(key).isEmpty() && !others.isEmpty()) {
            throw new IllegalArgumentException("unknown parameter '%s'; its name in full is %s".formatted(key,
                    String.join(" or ", others)));
        }
        return shortName(name);
    }

    /** Whether a name is one of a tag, whose keys are the user's own. */
    private static boolean isTag(String name) {
        return name.startsWith("tags.") && name.length() > "tags.".length();
    }

    /** A choice between records and its type are one setting. */
    private static String withoutType(String key) {
        return key.endsWith(".type") ? key.substring(0, key.length() - ".type".length()) : key;
    }

    /** What to say of a name that leads nowhere in a file. */
    static String absent(Tree.Mapping file, String name) {
        return "there is no " + name + " in this experiment"
                + SETTINGS.withItem(file, name).map(full -> "; did you mean '" + full + "'?").orElse("");
    }

    private static String shortName(String key) {
        List<String> candidates = candidates(key);
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw new IllegalArgumentException(candidates.isEmpty()
                ? "unknown parameter '" + key + "'" + near(key)
                : "'" + key + "' is ambiguous: it can be " + String.join(" or ", candidates));
    }

    private static String near(String key) {
        Optional<String> within = SETTINGS.withinLists(key).stream().filter(Keys::varies).findFirst();
        if (within.isPresent()) {
            return "; of one item of a list it is written as " + within.get();
        }
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
