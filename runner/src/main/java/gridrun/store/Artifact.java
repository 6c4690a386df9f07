package gridrun.store;

/**
 * A file that a run or a sweep left behind.
 *
 * @param path relative to the artifact directory, segments separated by {@code /}
 * @param size in bytes
 * @param sha256 of the content, 64 hex digits
 */
public record Artifact(String path, long size, String sha256) {

    /** Whether it is a picture, which comes after the results, and whose bytes are not promised. */
    public boolean isPicture() {
        return isPicture(path);
    }

    /** The same of a path. */
    public static boolean isPicture(String path) {
        return path.endsWith(".png");
    }
}
