package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.DurableFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the server has acknowledged of entries' items, by fingerprints, and what it cannot get. Safe for threads.
 *
 * <p>What is set aside is an item as it was: a file that a session rewrites while an old one is sent is owed anew.
 */
final class Acknowledgements {

    private final Deliveries marks;
    private final Runnable progress;
    /** The fingerprints with which items were set aside. */
    private final Map<Item, String> refused = new ConcurrentHashMap<>();

    private record Item(long id, String kind, String key) {
    }

    /** @param progress told of each step */
    Acknowledgements(Deliveries marks, Runnable progress) {
        this.marks = marks;
        this.progress = progress;
    }

    /** The keys whose fingerprints the server has not acknowledged, without those set aside, of all items of a kind. */
    Set<String> owed(long id, String kind, Map<String, String> fingerprints) {
        forgive(id, kind, fingerprints);
        Map<String, String> delivered = marks.delivered(id, kind);
        Set<String> owed = new HashSet<>();
        fingerprints.forEach((key, fingerprint) -> {
            if (!fingerprint.equals(delivered.get(key)) && !refused.containsKey(new Item(id, kind, key))) {
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

    /** Takes back what was said of items that are others now, or are not wanted any more. */
    private void forgive(long id, String kind, Map<String, String> wanted) {
        for (Map.Entry<Item, String> item : refused.entrySet()) {
            String key = item.getKey().key();
            if (item.getKey().equals(new Item(id, kind, key)) && !item.getValue().equals(wanted.get(key))) {
                refused.remove(item.getKey());
                marks.refusals().remove(id, kind, key);
            }
        }
    }

    /** Sets an item aside, until it is another, that the server refuses for good or that cannot be read. */
    void refuse(long id, String kind, String key, String fingerprint, String message) {
        refused.put(new Item(id, kind, key), fingerprint);
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
