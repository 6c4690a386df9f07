package gridrun.config;

import gridrun.component.Alias;
import gridrun.component.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A sealed interface: one of its records, named by {@code type}.
 *
 * <p>A bare word is short for a map with only its type. In a list, {@code dense: {units: 64}} and {@code dense: 64}, which
 * gives the first parameter, are short for a map. A type may be left out where a required first parameter tells it.
 */
public final class Union extends Schema {

    /** A variant's name and its parameters. */
    record Variant(String name, Tree.Mapping parameters) {
    }

    private final Class<?> type;
    private final Map<String, Composite> variants = new LinkedHashMap<>();
    private final Map<String, String> canonical = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    Union(Class<?> type) {
        this.type = type;
        add(type);
    }

    private void add(Class<?> type) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                String name = Names.of(permitted);
                variants.put(name, new Composite(permitted));
                names.put(permitted, name);
                canonical.put(name, name);
                Alias alias = permitted.getAnnotation(Alias.class);
                for (String other : alias == null ? new String[0] : alias.value()) {
                    canonical.put(other, name);
                }
            } else if (permitted.isSealed()) {
                add(permitted);
            }
        }
    }

    /** The sealed interface. */
    public Class<?> type() {
        return type;
    }

    /** The records by their names. */
    public Map<String, Composite> variants() {
        return variants;
    }

    /** All names that are accepted for a record, the canonical one first. */
    public List<String> spellings(String name) {
        return canonical.keySet().stream().filter(word -> canonical.get(word).equals(name)).toList();
    }

    /** Whether a map that leaves its type out can mean this record. */
    public boolean isInferred(String name) {
        String mark = mark(variants.get(name));
        return mark != null && name.equals(variants.keySet().stream()
                .filter(other -> mark.equals(mark(variants.get(other)))).findFirst().orElseThrow());
    }

    @Override
    Object bind(Tree tree, Place place) {
        Variant variant = variant(tree, place);
        if (variant == null) {
            return null;
        }
        Composite composite = variants.get(variant.name());
        Place inside = place.inList() ? place.child(variant.name()) : place;
        boolean sound = true;
        for (Map.Entry<String, Tree.Entry> entry : variant.parameters().entries().entrySet()) {
            if (!composite.names().contains(entry.getKey())) {
                inside.problems().add(entry.getValue().keyOrigin(), stray(entry.getKey(), variant, inside));
                sound = false;
            }
        }
        Object value = composite.values(variant.parameters(), inside);
        return sound ? value : null;
    }

    private String stray(String key, Variant variant, Place place) {
        Composite composite = variants.get(variant.name());
        String start = "unknown key '" + key + "' in " + place.path() + " (" + variant.name() + ")";
        List<String> others = variants.keySet().stream().filter(v -> variants.get(v).names().contains(key)).toList();
        if (!others.isEmpty()) {
            boolean both = composite.parameters().stream().anyMatch(p -> p.isRequired()
                    && variant.parameters().get(p.name()) != null);
            String first = composite.names().isEmpty() ? "" : composite.names().get(0);
            String exclude = both && isMark(key, others) ? "; '" + first + "' and '" + key + "' exclude each other" : "";
            return start + exclude + "; it is a setting of " + String.join(", ", others);
        }
        return start + place.misplaced(key, composite.names());
    }

    private boolean isMark(String key, List<String> others) {
        return others.stream().anyMatch(other -> key.equals(mark(variants.get(other))));
    }

    /** The required first parameter, which tells the type where it is left out; null if there is none. */
    private static String mark(Composite composite) {
        boolean marked = !composite.parameters().isEmpty() && composite.parameters().get(0).isRequired();
        return marked ? composite.names().get(0) : null;
    }

    /** Finds the variant that a tree names and brings its parameters into one map; null if that cannot be. */
    Variant variant(Tree tree, Place place) {
        if (tree instanceof Tree.Scalar scalar && !scalar.isNull()) {
            return named(scalar.text(), Tree.Mapping.empty(tree.origin()), scalar.origin(), place);
        }
        if (!(tree instanceof Tree.Mapping mapping)) {
            wrong(tree, place);
            return null;
        }
        Tree type = mapping.get("type");
        if (type instanceof Tree.Scalar scalar && !scalar.isNull()) {
            return named(scalar.text(), mapping.without("type"), scalar.origin(), place);
        }
        if (type != null) {
            place.child("type").wrong(type.origin(), "expected " + expected() + ", not " + shown(type));
            return null;
        }
        return place.inList() && mapping.entries().size() == 1 ? oneKey(mapping, place) : inferred(mapping, place);
    }

    private Variant named(String word, Tree.Mapping parameters, Origin origin, Place place) {
        String name = canonical.get(word);
        if (name == null) {
            place.wrong(origin, unknown(word, canonical.keySet(), variants.keySet()));
            return null;
        }
        return new Variant(name, parameters);
    }

    private Variant oneKey(Tree.Mapping mapping, Place place) {
        Map.Entry<String, Tree.Entry> only = mapping.entries().entrySet().iterator().next();
        Tree value = only.getValue().value();
        Variant variant = named(only.getKey(), Tree.Mapping.empty(mapping.origin()), only.getValue().keyOrigin(), place);
        if (variant == null || value.isNull()) {
            return variant;
        }
        if (value instanceof Tree.Mapping parameters) {
            return new Variant(variant.name(), parameters);
        }
        List<String> parameters = variants.get(variant.name()).names();
        if (parameters.isEmpty()) {
            place.wrong(value.origin(), variant.name() + " has no settings");
            return null;
        }
        return new Variant(variant.name(), variant.parameters().with(parameters.get(0), value.origin(), value));
    }

    private Variant inferred(Tree.Mapping mapping, Place place) {
        List<String> marked = new ArrayList<>();
        variants.forEach((name, composite) -> {
            if (mark(composite) != null && mapping.get(mark(composite)) != null) {
                marked.add(name);
            }
        });
        if (!marked.isEmpty()) {
            return new Variant(marked.get(0), mapping);
        }
        place.wrong(mapping.origin(), "'type' is missing, " + expected() + hint(mapping));
        return null;
    }

    /** Outside a list {@code lstm: …} is not short for a map; says how it is written. */
    private String hint(Tree.Mapping mapping) {
        return mapping.entries().keySet().stream().map(canonical::get).filter(Objects::nonNull).findFirst()
                .map(name -> "; write {type: " + name + (variants.get(name).names().isEmpty() ? "}" : ", ...}")).orElse("");
    }

    static String unknown(String word, Collection<String> accepted, Collection<String> legal) {
        return "'" + word + "' is not one of " + String.join(", ", new TreeSet<>(legal)) + Spelling.hint(word, accepted);
    }

    /** Whether a map tells its variant, or tries to. */
    boolean names(Tree tree) {
        return tree instanceof Tree.Mapping mapping && mapping.get("type") != null
                || variant(tree, new Place("", false, new Problems())) != null;
    }

    /** Whether two trees name the same variant; false where one names none. */
    boolean isSame(Tree one, Tree other) {
        Place silent = new Place("", false, new Problems());
        Variant first = variant(one, silent);
        Variant second = variant(other, silent);
        return first != null && second != null && first.name().equals(second.name());
    }

    @Override
    Tree write(Object value) {
        String name = names.get(value.getClass());
        Tree.Mapping start = Tree.Mapping.empty(Origin.DEFAULT).with("type", Origin.DEFAULT, Tree.Scalar.text(name));
        return variants.get(name).write(value, start);
    }

    @Override
    String expected() {
        return "one of " + String.join(", ", new TreeSet<>(variants.keySet()));
    }
}
