package gridrun.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data set that a run read.
 *
 * @param name such as {@code moons}
 * @param digest of the content, at most 36 characters
 * @param examples identifies the examples, whatever is made of them; the digest where the preparation is the usual one
 * @param context {@code train}, {@code validation} or {@code test}
 * @param sourceType {@code generated} by the seed of each run, or {@code local}: the same examples for all
 * @param source where it is from, as text or JSON
 * @param schema its columns and shapes as JSON, or an empty text
 * @param profile its counts as JSON, or an empty text
 */
public record DatasetInput(
        String name, String digest, String examples, String context, String sourceType, String source, String schema,
        String profile) {

    /** The source's type where each seed has examples of its own. */
    public static final String GENERATED = "generated";
    /** The source's type where all seeds have the same examples. */
    public static final String LOCAL = "local";

    private static final String EXAMPLES = "examples";
    private static final String SOURCE_TYPE = "source_type";
    private static final String SOURCE = "source";
    private static final String SCHEMA = "schema";
    private static final String PROFILE = "profile";
    private static final Pattern ROWS = Pattern.compile("\"num_rows\": (\\d+)");

    public DatasetInput {
        if (digest.length() > 36) {
            throw new IllegalArgumentException("digest: " + digest + " is longer than 36 characters");
        }
    }

    /** The data set that is described so. */
    static DatasetInput of(String name, String digest, String context, Map<String, String> description) {
        return new DatasetInput(name, digest, description.getOrDefault(EXAMPLES, digest), context,
                description.get(SOURCE_TYPE), description.get(SOURCE), description.get(SCHEMA),
                description.get(PROFILE));
    }

    /** All but its digest; what most data of a kind have in common is written once. */
    Map<String, String> description() {
        Map<String, String> description = new LinkedHashMap<>();
        if (!examples.equals(digest)) {
            description.put(EXAMPLES, examples);
        }
        description.put(SOURCE_TYPE, sourceType);
        description.put(SOURCE, source);
        description.put(SCHEMA, schema);
        description.put(PROFILE, profile);
        return description;
    }

    /** How many examples it has; empty where its profile does not tell. */
    public OptionalInt rows() {
        Matcher rows = ROWS.matcher(profile);
        return rows.find() ? OptionalInt.of(Integer.parseInt(rows.group(1))) : OptionalInt.empty();
    }
}
