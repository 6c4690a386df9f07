package gridrun.tracking;

import gridrun.store.Deliveries;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.RunTag;

/**
 * Takes back from an entry's MLflow run what is true no more: the error and the log of a failure, once the run is tried
 * again. What stands there but was not brought there is left alone.
 */
record Withdrawal(Deliveries marks, MlflowApi api, RemoteRuns runs) {

    void withdraw(long id, String runId, Projection wanted) throws MlflowException, InterruptedException {
        if (!wanted.tags().containsKey(Tags.ERROR) && marks.delivered(id, "tag").containsKey(Tags.ERROR)) {
            // One that is gone already is an error to MLflow.
            if (api.run(runId).getData().getTagsList().stream().map(RunTag::getKey).anyMatch(Tags.ERROR::equals)) {
                api.deleteTag(runId, Tags.ERROR);
            }
            marks.withdrawn(id, "tag", Tags.ERROR);
        }
        Set<String> gone = new TreeSet<>(marks.delivered(id, "artifact").keySet());
        gone.removeAll(
                wanted.artifacts().stream().map(ArtifactContent::path).collect(Collectors.toCollection(HashSet::new)));
        gone.remove(Projection.CHECKSUMS); // it is written anew when the run has ended
        for (String path : gone) {
            int slash = path.lastIndexOf('/');
            Map<String, Long> there = api.artifactSizes(runId, slash < 0 ? "" : path.substring(0, slash));
            if (there.containsKey(path)) {
                api.deleteArtifact(runs.artifactStore(runId), path);
            }
            marks.withdrawn(id, "artifact", path);
        }
    }
}
