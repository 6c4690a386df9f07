package gridrun.tracking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How publishing stands, for those who wait for it. Safe for threads. */
final class PublishState {

    private final Set<String> notices = ConcurrentHashMap.newKeySet();
    private final Set<Long> stopped = ConcurrentHashMap.newKeySet();
    private volatile boolean finishing;
    private volatile String fatal;
    private volatile String trouble;
    private volatile long lastProgressNs = System.nanoTime();

    /** A request has succeeded: what was in the way before is so no more. */
    void progressed() {
        moved();
        trouble = null;
    }

    /** Less is owed than before, or more. */
    void moved() {
        lastProgressNs = System.nanoTime();
    }

    long lastProgressNs() {
        return lastProgressNs;
    }

    /** What is tried again. */
    void trouble(String message) {
        trouble = message;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** What makes going on useless. */
    void fail(String message) {
        fatal = message;
    }

    Optional<String> fatal() {
        return Optional.ofNullable(fatal);
    }

    /** What the user should know. */
    void notice(String message) {
        notices.add(message);
    }

    List<String> notices() {
        return notices.stream().sorted().toList();
    }

    /** Gives an entry up. */
    void stop(long entry, String why) {
        stopped.add(entry);
        notices.add(why);
    }

    boolean isStopped(long entry) {
        return stopped.contains(entry);
    }

    /** Nothing is handed over any more: what is owed now is all. */
    void finish() {
        lastProgressNs = System.nanoTime();
        finishing = true;
    }

    boolean finishing() {
        return finishing;
    }
}
