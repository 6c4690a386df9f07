package gridrun.tracking;

import gridrun.tracking.MlflowException.Kind;
import java.util.Collection;

/**
 * What uploads leave behind that were cut off as their server was killed.
 *
 * <p>MLflow writes into a file beside the wanted one and renames it, so that nobody sees half a file. The one that it
 * had begun stays, is listed among the run's artifacts, and nobody else takes it away.
 */
record Leftovers(MlflowApi api, RemoteRuns runs, Acknowledgements acknowledgements) {

    /** Of {@code LocalArtifactRepository} since MLflow 3.17; earlier ones wrote into the file itself. */
    private static final String PREFIX = ".artifact.uploading.";

    static boolean isOne(String path) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith(PREFIX);
    }

    /**
     * Deletes those among a run's files. One that is still being written belongs to an upload that will be told that it
     * failed, and is sent again.
     */
    void delete(long id, String runId, Collection<String> paths) throws MlflowException, InterruptedException {
        for (String path : paths.stream().filter(Leftovers::isOne).sorted().toList()) {
            try {
                api.deleteArtifact(runs.artifactStore(runId), path);
            } catch (MlflowException e) {
                if (e.kind() != Kind.REJECTED && e.kind() != Kind.FORBIDDEN) {
                    throw e;
                }
                acknowledgements.refuse(id, ArtifactDelivery.KIND, path,
                        "left by an upload that was cut off, and not deleted: " + e.getMessage());
            }
        }
    }
}
