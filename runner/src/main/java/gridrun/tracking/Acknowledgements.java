package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.DurableFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the server has acknowledged of entries' items, by fingerprints, and what it has refused. Safe for threads. */
final class Acknowledgements {

    private final Deliveries marks;
    private final Runnable progress;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param progress told of each step */
    Acknowledgements(Deliveries marks, Runnable progress) {
        this.marks = marks;
        this.progress = progress;
    }

    /** The keys whose fingerprints the server has not acknowledged, without those that it refuses. */
    Set<String> owed(long id, String kind, Map<String, String> fingerprints) {
        Map<String, String> delivered = marks.delivered(id, kind);
        Set<String> owed = new HashSet<>();
        fingerprints.forEach((key, fingerprint) -> {
            if (!fingerprint.equals(delivered.get(key)) && !refused.contains(id + kind + key)) {
                owed.add(key);
            }
        });
        return owed;
    }

    /** Marks items as acknowledged. */
    void add(long id, String kind, Map<String, String> fingerprints) {
        if (!fingerprints.isEmpty()) {
            marks.delivered(id, kind, fingerprints);
            progress.run();
        }
    }

    /** Sets an item aside that the server refuses for good. */
    void refuse(long id, String kind, String key, String message) {
        refused.add(id + kind + key);
        marks.refusals().add(id, kind, key, message);
        progress.run();
    }

    /** What texts are recognised by, by their keys. */
    static Map<String, String> fingerprints(Map<String, String> texts) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        texts.forEach((key, value) -> fingerprints.put(key, fingerprint(value)));
        return fingerprints;
    }

    /** What a text is recognised by. */
    static String fingerprint(String value) {
        return value.length() <= 64 ? value : DurableFiles.sha256(value.getBytes(StandardCharsets.UTF_8));
    }
}
