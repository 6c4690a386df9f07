package gridrun.tracking;

import gridrun.store.DurableFiles;
import gridrun.tracking.MlflowException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Brings files to where a run's artifacts belong, and looks whether the server sees them there. */
final class ArtifactDelivery {

    /** The kind of mark of files. */
    static final String KIND = "artifact";

    private final MlflowApi api;
    private final RemoteRuns runs;
    private final RequestBatches batches;
    private final Acknowledgements acknowledgements;
    private final Runnable progress;

    ArtifactDelivery(MlflowApi api, RemoteRuns runs, RequestBatches batches, Acknowledgements acknowledgements,
            Runnable progress) {
        this.api = api;
        this.runs = runs;
        this.batches = batches;
        this.acknowledgements = acknowledgements;
        this.progress = progress;
    }

    /** By directory, so that one look checks many files. The root comes last, and in it the checksums of all. */
    void deliver(long id, String runId, List<ArtifactContent> wanted) throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        wanted.forEach(content -> fingerprints.put(content.path(), content.sha256()));
        Set<String> owed = acknowledgements.owed(id, KIND, fingerprints);
        Map<String, List<ArtifactContent>> directories = new TreeMap<>(Comparator.reverseOrder());
        wanted.stream().filter(content -> owed.contains(content.path())).forEach(content -> directories
                .computeIfAbsent(content.directory(), directory -> new ArrayList<>()).add(content));
        if (!owed.isEmpty() && !isWritable(id, runId)) {
            return;
        }
        for (Map.Entry<String, List<ArtifactContent>> directory : directories.entrySet()) {
            upload(id, runId, directory.getKey(), directory.getValue());
        }
    }

    /** A store that takes no artifact takes none: this is told once. */
    private boolean isWritable(long id, String runId) throws MlflowException {
        try {
            runs.artifactStore(runId).check();
            return true;
        } catch (MlflowException e) {
            if (e.kind() != Kind.REJECTED) {
                throw e;
            }
            acknowledgements.refuse(id, KIND, "(all)", e.getMessage());
            return false;
        }
    }

    private void upload(long id, String runId, String directory, List<ArtifactContent> contents)
            throws MlflowException, InterruptedException {
        batches.send(contents, part -> {
            for (ArtifactContent content : part) {
                put(runId, content);
            }
            Map<String, Long> sizes = api.artifactSizes(runId, directory);
            Map<String, String> done = new HashMap<>();
            for (ArtifactContent content : part) {
                Long there = sizes.get(content.path());
                if (there == null && !runs.artifactStore(runId).isProxied()) {
                    throw runs.artifactStore(runId).unseen(content.path());
                }
                if (there == null || there != content.size()) {
                    throw new MlflowException(Kind.UNCLEAR, "%d bytes were sent, but %s stand there"
                            .formatted(content.size(), there == null ? "none" : there));
                }
                done.put(content.path(), content.sha256());
            }
            acknowledgements.add(id, KIND, done);
        }, (item, message) -> acknowledgements.refuse(id, KIND, item.path(), message));
    }

    private void put(String runId, ArtifactContent content) throws MlflowException, InterruptedException {
        byte[] bytes;
        try {
            bytes = content.read();
        } catch (IOException e) {
            throw new MlflowException(Kind.REJECTED, DurableFiles.reason(e), null, e);
        }
        api.putArtifact(runs.artifactStore(runId), content.path(), bytes);
        progress.run();
    }
}
