package gridrun.tracking;

import gridrun.store.Deliveries;
import java.util.Set;
import java.util.TreeSet;
import org.mlflow.api.proto.Service.RunTag;

/**
 * Takes back from an entry's MLflow run what is true no more: the error and the log of a failure, once the run is tried
 * again. What stands there but was not brought there is left alone.
 */
record Withdrawal(Deliveries marks, MlflowApi api, RemoteRuns runs) {

    void withdraw(long id, String runId, Projection wanted) throws MlflowException, InterruptedException {
        if (!wanted.tags().containsKey(Tags.ERROR) && marks.delivered(id, Delivery.TAG).containsKey(Tags.ERROR)) {
            // One that is gone already is an error to MLflow.
            if (api.run(runId).getData().getTagsList().stream().map(RunTag::getKey).anyMatch(Tags.ERROR::equals)) {
                api.deleteTag(runId, Tags.ERROR);
            }
            marks.withdrawn(id, Delivery.TAG, Tags.ERROR);
        }
        Set<String> gone = new TreeSet<>(marks.delivered(id, ArtifactDelivery.KIND).keySet());
        wanted.artifacts().forEach(content -> gone.remove(content.path()));
        gone.remove(Projection.CHECKSUMS); // it is written anew when the run has ended
        for (String path : gone) {
            if (api.artifactSizes(runId, ArtifactContent.directory(path)).containsKey(path)) {
                api.deleteArtifact(runs.artifactStore(runId), path);
            }
            marks.withdrawn(id, ArtifactDelivery.KIND, path);
        }
    }
}
