package gridrun.tracking;

import gridrun.store.Facts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The store's facts as MLflow's pages show them: its own tags for the commit, {@code gridrun.*} for all else. */
final class FactTags {

    private static final Map<String, String> GIT = Map.of(
            Facts.GIT_COMMIT, "mlflow.source.git.commit", Facts.GIT_BRANCH, "mlflow.source.git.branch",
            Facts.GIT_REPOSITORY, "mlflow.source.git.repoURL", Facts.GIT_DIRTY, "mlflow.source.git.dirty");
    private static final int SHORT = 8;

    private FactTags() {
    }

    static Map<String, String> of(Map<String, String> facts) {
        Map<String, String> tags = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (!Facts.MARKS.contains(name)) {
                tags.put(GIT.getOrDefault(name, "gridrun." + name), value);
            }
        });
        String commit = facts.get(Facts.GIT_COMMIT);
        if (commit != null) {
            tags.put(Tags.COMMIT, commit.substring(0, Math.min(SHORT, commit.length()))
                    + (Boolean.parseBoolean(facts.get(Facts.GIT_DIRTY)) ? "+" : ""));
        }
        return tags;
    }
}
