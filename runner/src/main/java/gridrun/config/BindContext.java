package gridrun.config;

import java.util.Collection;

/**
 * Where in a file the binding stands.
 *
 * @param path the full name of the value, empty for the whole file
 * @param inList whether the value is an item of a list, whose variant is part of its full name and mostly its only key
 * @param settings all that the file may say, to find out where a misplaced key belongs
 */
record BindContext(String path, boolean inList, Problems problems, Settings settings) {

    BindContext(String path, boolean inList, Problems problems) {
        this(path, inList, problems, Settings.NONE);
    }

    /** For a value that is only looked at: what is wrong with it is said elsewhere. */
    static BindContext silent(boolean inList) {
        return new BindContext("", inList, new Problems());
    }

    BindContext child(String name) {
        return new BindContext(join(path, name), false, problems, settings);
    }

    BindContext item(int index) {
        return new BindContext(join(path, Integer.toString(index)), true, problems, settings);
    }

    /** Notes what is wrong with the value itself. */
    void wrong(Origin origin, String message) {
        problems.add(origin, path.isEmpty() ? message : path + ": " + message);
    }

    /** What is said of a key that does not belong here. */
    String misplaced(String key, Collection<String> legal) {
        if (problems.isFull()) {
            return "";
        }
        String elsewhere = settings.named(key).stream()
                .map(full -> full.contains(".")
                        ? "it belongs under " + full.substring(0, full.lastIndexOf('.')) + " (" + full + ")"
                        : "it belongs at the top of the file")
                .reduce((a, b) -> a + ", or " + b).orElse("");
        if (!elsewhere.isEmpty()) {
            return "; " + elsewhere
                    + Spelling.nearest(key, legal).map(near -> "; or did you mean '" + near + "'?").orElse("");
        }
        String near = Spelling.hint(key, legal);
        if (!near.isEmpty()) {
            return near;
        }
        return legal.isEmpty() ? "; it has no settings" : "; there are " + String.join(", ", legal);
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
