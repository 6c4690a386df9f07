package gridrun.store;

/**
 * A file that a run or a sweep left behind.
 *
 * @param path relative to the artifact directory, segments separated by {@code /}
 * @param size in bytes
 * @param sha256 of the content, 64 hex digits
 */
public record Artifact(String path, long size, String sha256) {

    /** The table that comes with a run's pictures. */
    public static final String WORST_EXAMPLES = "worst_examples.csv";

    /** Whether a path is that of a picture. */
    public static boolean isPicture(String path) {
        return path.endsWith(".png") || path.endsWith(".svg");
    }

    /** Whether it only shows results: it comes after them, and its bytes are not promised. */
    public boolean isView() {
        return isView(path);
    }

    /** The same of a path: pictures, what comes with them, and pages. */
    public static boolean isView(String path) {
        return isPicture(path) || path.endsWith(WORST_EXAMPLES) || path.endsWith(".html");
    }
}
