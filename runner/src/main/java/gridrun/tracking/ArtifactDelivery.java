package gridrun.tracking;

import gridrun.store.DurableFiles;
import gridrun.tracking.MlflowException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings files to where a run's artifacts belong.
 *
 * <p>It looks whether they stand there after the first of them, after each failure, and always where they do not go
 * through the server. Else the server's answer is its word, as each look costs it as much as a file.
 */
final class ArtifactDelivery {

    /** The kind of mark of files. */
    static final String KIND = "artifact";

    private final MlflowApi api;
    private final RemoteRuns runs;
    private final RequestBatches batches;
    private final Acknowledgements acknowledgements;
    private final Runnable progress;
    /** Whether the server was seen to keep what it takes. */
    private volatile boolean keeps;

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
            acknowledgements.refuse(id, KIND, "(all)", "", e.getMessage());
            return false;
        }
    }

    /** What has arrived is not sent again when a later file of the directory fails. */
    private void upload(long id, String runId, String directory, List<ArtifactContent> contents)
            throws MlflowException, InterruptedException {
        Set<String> arrived = new HashSet<>();
        AtomicInteger attempts = new AtomicInteger();
        batches.send(contents, part -> {
            boolean again = attempts.incrementAndGet() > 1;
            List<ArtifactContent> sent = new ArrayList<>();
            for (ArtifactContent content : part) {
                if (arrived.contains(content.path()) || put(id, runId, content)) {
                    arrived.add(content.path());
                    sent.add(content);
                }
            }
            if (!sent.isEmpty() && (again || !keeps || !runs.artifactStore(runId).isProxied())) {
                look(runId, directory, sent, arrived);
            }
            Map<String, String> done = new HashMap<>();
            sent.forEach(content -> done.put(content.path(), content.sha256()));
            acknowledgements.add(id, KIND, done);
        }, (item, message) -> acknowledgements.refuse(id, KIND, item.path(), item.sha256(), message));
    }

    private void look(String runId, String directory, List<ArtifactContent> contents, Set<String> arrived)
            throws MlflowException, InterruptedException {
        Map<String, Long> sizes = api.artifactSizes(runId, directory);
        for (ArtifactContent content : contents) {
            Long there = sizes.get(content.path());
            if (there == null && !runs.artifactStore(runId).isProxied()) {
                throw runs.artifactStore(runId).unseen(content.path());
            }
            if (there == null || there != content.size()) {
                arrived.remove(content.path());
                throw new MlflowException(Kind.UNCLEAR, "%d bytes were sent, but %s stand there"
                        .formatted(content.size(), there == null ? "none" : there));
            }
        }
        keeps = true;
    }

    /** False where the file is not, or not yet, what is recorded: the server is not asked then. */
    private boolean put(long id, String runId, ArtifactContent content) throws MlflowException, InterruptedException {
        byte[] bytes;
        try {
            bytes = content.read();
        } catch (IOException e) {
            acknowledgements.refuse(id, KIND, content.path(), content.sha256(), DurableFiles.reason(e));
            return false;
        }
        api.putArtifact(runs.artifactStore(runId), content.path(), bytes);
        progress.run();
        return true;
    }
}
