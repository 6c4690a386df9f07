package gridrun.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of an experiment file, immutable, with the place where it was written. */
public sealed interface Tree {

    /** Where the value was written. */
    Origin origin();

    /**
     * A value without parts.
     *
     * @param kind what YAML 1.2 takes the text for
     * @param text as it was written, without quotes
     */
    record Scalar(ScalarKind kind, String text, Origin origin) implements Tree {

        /** Text as it is, whatever it looks like. */
        public static Scalar text(String text) {
            return new Scalar(ScalarKind.TEXT, text, Origin.DEFAULT);
        }

        /** What an unquoted text stands for. */
        public static Scalar plain(String text, Origin origin) {
            return new Scalar(ScalarKind.of(text), text, origin);
        }

        /** Tells values apart by their text, which a set of them needs no more than; see {@link Structure}. */
        @Override
        public int hashCode() {
            return text.hashCode();
        }

        /** The value as people write it: numbers in their one canonical spelling. */
        public String canonical() {
            return kind.isNumber() ? Numbers.canonical(text) : text;
        }
    }

    /** A list. */
    record Sequence(List<Tree> items, Origin origin) implements Tree {

        public Sequence {
            items = List.copyOf(items);
        }

        /** This with another item. */
        public Sequence with(int index, Tree item) {
            List<Tree> changed = new ArrayList<>(items);
            changed.set(index, item);
            return new Sequence(changed, origin);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    /** A map, in the order of the file. */
    record Mapping(Map<String, Entry> entries, Origin origin) implements Tree {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** A map without entries. */
        public static Mapping empty(Origin origin) {
            return new Mapping(Map.of(), origin);
        }

        /** The value of a key, or null. */
        public Tree get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** This with another value for a key, which keeps its place where it has one. */
        public Mapping with(String key, Origin keyOrigin, Tree value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, new Entry(keyOrigin, value));
            return new Mapping(changed, origin);
        }

        /** This without a key; this itself where it has none. */
        public Mapping without(String key) {
            if (!entries.containsKey(key)) {
                return this;
            }
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(changed, origin);
        }
    }

    /** A value and the place of its key. */
    record Entry(Origin keyOrigin, Tree value) {
    }

    /** Whether this is the null of YAML. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == ScalarKind.NULL;
    }
}
