package gridrun.config;

/**
 * Where in a file the binding stands.
 *
 * @param path the full name of the value, empty for the whole file
 * @param inList whether the value is an item of a list, where a one-key map names a variant
 */
record Place(String path, boolean inList, Problems problems) {

    Place child(String name) {
        return new Place(join(path, name), false, problems);
    }

    Place item(int index) {
        return new Place(join(path, Integer.toString(index)), true, problems);
    }

    /** Notes what is wrong with the value itself. */
    void wrong(Origin origin, String message) {
        problems.add(origin, path.isEmpty() ? message : path + ": " + message);
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
