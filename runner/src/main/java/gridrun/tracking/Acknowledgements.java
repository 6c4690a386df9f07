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
    /** The fingerprints with which items were set aside, by their keys. */
    private final Map<Items, Map<String, String>> refused = new ConcurrentHashMap<>();

    private record Items(long id, String kind) {
    }

    /** @param progress told of each step */
    Acknowledgements(Deliveries marks, Runnable progress) {
        this.marks = marks;
        this.progress = progress;
    }

    /** The keys whose fingerprints the server has not acknowledged, without those set aside, of all items of a kind. */
    Set<String> owed(long id, String kind, Map<String, String> fingerprints) {
        Set<String> aside = stillRefused(id, kind, fingerprints);
        Map<String, String> delivered = marks.delivered(id, kind);
        Set<String> owed = new HashSet<>();
        fingerprints.forEach((key, fingerprint) -> {
            if (!fingerprint.equals(delivered.get(key)) && !aside.contains(key)) {
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

    /** The keys of items that are set aside. What was said of others now, or not wanted any more, is taken back. */
    private Set<String> stillRefused(long id, String kind, Map<String, String> wanted) {
        Map<String, String> items = refused.getOrDefault(new Items(id, kind), Map.of());
        for (Map.Entry<String, String> item : items.entrySet()) {
            if (!item.getValue().equals(wanted.get(item.getKey()))) {
                items.remove(item.getKey());
                marks.refusals().remove(id, kind, item.getKey());
            }
        }
        return items.keySet();
    }

    /** Sets an item aside, until it is another, that the server refuses for good or that cannot be read. */
    void refuse(long id, String kind, String key, String fingerprint, String message) {
        refused.computeIfAbsent(new Items(id, kind), items -> new ConcurrentHashMap<>()).put(key, fingerprint);
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
