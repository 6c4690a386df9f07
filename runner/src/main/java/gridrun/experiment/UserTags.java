package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.ScalarKind;
import gridrun.config.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts of the user's own, which become tags in MLflow.
 *
 * @param lasting what the file says of all its runs; a change of it reaches those that are done
 * @param passing what the command line or the environment says: of those runs alone that this command trains
 */
public record UserTags(Map<String, String> lasting, Map<String, String> passing) {

    public UserTags {
        lasting = Collections.unmodifiableMap(new LinkedHashMap<>(lasting));
        passing = Collections.unmodifiableMap(new LinkedHashMap<>(passing));
    }

    /** Everything that is said. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(lasting);
        all.putAll(passing);
        return all;
    }

    /**
     * Reads the tags of a file that the command line has changed; what is no text is left to the schema.
     *
     * @param environment the variables' values; null to leave what names them as it is
     */
    static UserTags of(Tree.Mapping file, Map<String, String> environment, Problems problems) {
        Map<String, String> lasting = new LinkedHashMap<>();
        Map<String, String> passing = new LinkedHashMap<>();
        if (file.get("tags") instanceof Tree.Mapping tags) {
            tags.entries().forEach((key, entry) -> {
                if (entry.value() instanceof Tree.Scalar value && value.kind() != ScalarKind.NULL) {
                    Variables variables = new Variables(value.text());
                    boolean isGiven = Origin.COMMAND_LINE.equals(value.origin().source());
                    try {
                        (isGiven || variables.isAny() ? passing : lasting).put(key, variables.in(environment));
                    } catch (IllegalArgumentException e) {
                        problems.add(value.origin(), "tags." + key + ": " + e.getMessage());
                    }
                }
            });
        }
        return new UserTags(lasting, passing);
    }
}
