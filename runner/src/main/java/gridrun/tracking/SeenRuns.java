package gridrun.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An experiment's runs as last seen, by their ids and by what tells them from others. Not safe for threads. */
final class SeenRuns {

    private final Map<String, RemoteRun> byId = new HashMap<>();
    private final Map<String, List<RemoteRun>> byMark = new HashMap<>();

    /** Those that there are. */
    void set(Collection<RemoteRun> all) {
        byId.clear();
        byMark.clear();
        all.forEach(this::add);
    }

    /** Replaces some of them. */
    void replace(Collection<RemoteRun> allOfTheirMarks) {
        allOfTheirMarks.forEach(run -> run.mark().ifPresent(byMark::remove));
        allOfTheirMarks.forEach(this::add);
    }

    void add(RemoteRun run) {
        byId.put(run.id(), run);
        run.mark().ifPresent(mark -> byMark.computeIfAbsent(mark, any -> new ArrayList<>()).add(run));
    }

    Collection<RemoteRun> all() {
        return byId.values();
    }

    Optional<RemoteRun> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** See {@link Projection#mark}. */
    List<RemoteRun> marked(String mark) {
        return byMark.getOrDefault(mark, List.of());
    }
}
