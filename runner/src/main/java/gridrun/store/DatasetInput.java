package gridrun.store;

/**
 * A data set that a run read.
 *
 * @param name such as {@code moons}
 * @param digest of the content, at most 36 characters
 * @param context {@code train}, {@code validation} or {@code test}
 * @param sourceType such as {@code generated} or {@code local}
 * @param source where it is from, as text or JSON
 * @param schema its columns and shapes as JSON, or an empty text
 * @param profile its counts as JSON, or an empty text
 */
public record DatasetInput(
        String name, String digest, String context, String sourceType, String source, String schema, String profile) {

    public DatasetInput {
        if (digest.length() > 36) {
            throw new IllegalArgumentException("digest: " + digest + " is longer than 36 characters");
        }
    }
}
