package gridrun.experiment;

import gridrun.config.Problems;
import gridrun.config.Tree;
import java.util.Arrays;
import java.util.List;

/** Refuses keys of tags that MLflow would refuse, or that are Gridrun's or MLflow's own. */
final class TagKeys {

    private static final int LONGEST = 250;
    private static final List<String> RESERVED = List.of("mlflow.", "gridrun.");

    private TagKeys() {
    }

    static void check(Tree.Mapping file, Problems problems) {
        if (!(file.get("tags") instanceof Tree.Mapping tags)) {
            return;
        }
        tags.entries().forEach((key, entry) -> {
            String wrong = wrong(key);
            if (wrong != null) {
                problems.add(entry.keyOrigin(), "tags: the key '" + key + "' " + wrong);
            }
        });
    }

    /** What MLflow's {@code _validate_tag_name} and its limit of length say, and what would overwrite our own tags. */
    private static String wrong(String key) {
        if (key.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        if (!key.matches("[\\w .:/-]+")) {
            return "may have only letters, digits, '_', '-', '.', ':', '/' and spaces";
        }
        if (Arrays.stream(key.split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))) {
            return "must be like a path: no '/' at an end, no '//', no '.' or '..' between";
        }
        if (key.equals("outcome") || RESERVED.stream().anyMatch(key::startsWith)) {
            return "is reserved; 'outcome', 'mlflow.…' and 'gridrun.…' are set by the runner";
        }
        return null;
    }
}
