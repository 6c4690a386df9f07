package gridrun.store;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A map laid over another one without copying that: thousands of runs have the same settings and surroundings. */
final class Overlay extends AbstractMap<String, String> {

    private final Map<String, String> below;
    private final Map<String, String> above;
    private final Function<Map<String, String>, Map<String, String>> copy;

    /**
     * @param above what counts where both have a key
     * @param copy makes a map that is to take both, and has the order of their keys
     */
    Overlay(Map<String, String> below, Map<String, String> above,
            Function<Map<String, String>, Map<String, String>> copy) {
        this.below = below;
        this.above = above;
        this.copy = copy;
    }

    @Override
    public String get(Object key) {
        String value = above.get(key);
        return value == null ? below.get(key) : value;
    }

    /** In two steps: that of all maps looks a second time for a key that is not there. */
    @Override
    public String getOrDefault(Object key, String other) {
        String value = get(key);
        return value == null ? other : value;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public boolean isEmpty() {
        return below.isEmpty() && above.isEmpty();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        Map<String, String> both = copy.apply(below);
        both.putAll(above);
        return Collections.unmodifiableMap(both).entrySet();
    }
}
