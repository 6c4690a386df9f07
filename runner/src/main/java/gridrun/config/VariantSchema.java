package gridrun.config;

import gridrun.component.Alias;
import gridrun.component.Named;
import gridrun.component.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sealed interface: one of its records, named by {@code type}.
 *
 * <p>A bare word is short for a map with only its type, and so is a map of one key, {@code dense: {units: 64}} or
 * {@code dense: 64}, which gives the first parameter; where that is a choice itself, {@code bidirectional: {lstm: 64}}
 * gives it too. A type may be left out where a required first parameter tells it, and where several types have that,
 * all the keys together.
 *
 * <p>A choice whose interface permits one that is not sealed is open: records that implement that one are named by
 * their classes.
 */
public final class VariantSchema extends Schema {

    /**
     * What a tree means.
     *
     * @param name of the variant
     * @param parameters all that is given beside the name
     * @param type the word that names it; null where the parameters tell it
     */
    record Variant(String name, Tree.Mapping parameters, Tree type) {

        /** The one map that every form is short for. */
        Tree.Mapping map() {
            return type == null ? parameters : parameters.with("type", type.origin(), type);
        }
    }

    private final Class<?> type;
    private final Map<String, RecordSchema> variants = new LinkedHashMap<>();
    private final Map<String, String> canonical = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, String> numbered = new LinkedHashMap<>();
    private CustomVariants custom;

    VariantSchema(Class<?> type) {
        this.type = type;
        add(type);
    }

    private void add(Class<?> type) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                String name = Names.of(permitted);
                variants.put(name, new RecordSchema(permitted));
                names.put(permitted, name);
                canonical.put(name, name);
                Named named = permitted.getAnnotation(Named.class);
                if (named != null && !named.numbered().isEmpty()) {
                    numbered.put(named.numbered(), name);
                }
                Alias alias = permitted.getAnnotation(Alias.class);
                for (String other : alias == null ? new String[0] : alias.value()) {
                    canonical.put(other, name);
                }
            } else if (permitted.isSealed()) {
                add(permitted);
            } else {
                custom = new CustomVariants(permitted);
            }
        }
    }

    /** The sealed interface. */
    public Class<?> type() {
        return type;
    }

    /** The records by their names. */
    public Map<String, RecordSchema> variants() {
        return variants;
    }

    /** Whether records of other authors are among them, by their classes. */
    public boolean isOpen() {
        return custom != null;
    }

    /** The record of a name; null where there is none. */
    RecordSchema record(String name) {
        RecordSchema own = variants.get(name);
        return own != null || custom == null ? own : custom.record(name);
    }

    private boolean isCustom(String name) {
        return custom != null && !canonical.containsKey(name) && custom.isMeant(name);
    }

    /** What stands for a variant in the full names of its settings: a class without its package. */
    static String step(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** All names that are accepted for a record, the canonical one first. */
    public List<String> spellings(String name) {
        return canonical.keySet().stream().filter(word -> canonical.get(word).equals(name)).toList();
    }

    /** Regular expressions for words that name a record with its first parameter, each with the record's name. */
    public Map<String, String> numbered() {
        return numbered;
    }

    /**
     * The records that a map which leaves its type out can mean, by what tells them: those of one set differ by their
     * other keys.
     */
    public Collection<List<String>> inferred() {
        return variants.keySet().stream().filter(name -> mark(variants.get(name)) != null)
                .collect(Collectors.groupingBy(name -> mark(variants.get(name)), LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        Variant variant = variant(tree, place);
        if (variant == null) {
            return null;
        }
        RecordSchema composite = record(variant.name());
        BindContext inside = place.inList() ? place.child(step(variant.name())) : place;
        boolean sound = true;
        for (Map.Entry<String, Tree.Entry> entry : variant.parameters().entries().entrySet()) {
            boolean isVersion = entry.getKey().equals(CustomVariants.VERSION) && isCustom(variant.name());
            if (isVersion) {
                sound &= custom.isVersion(variant.name(), entry.getValue().value(), inside);
            } else if (!composite.names().contains(entry.getKey())) {
                inside.problems().add(entry.getValue().keyOrigin(), stray(entry.getKey(), variant, inside));
                sound = false;
            }
        }
        Object value = composite.values(variant.parameters(), inside);
        return sound ? value : null;
    }

    private String stray(String key, Variant variant, BindContext place) {
        RecordSchema composite = record(variant.name());
        if (YamlMistakes.ofItem(key).isPresent()) {
            return YamlMistakes.ofItem(key).get();
        }
        String start = "unknown key '" + key + "' in " + place.path() + " (" + variant.name() + ")";
        List<String> others = variants.keySet().stream().filter(v -> variants.get(v).names().contains(key)).toList();
        if (!others.isEmpty()) {
            boolean both = composite.parameters().stream().anyMatch(p -> p.isRequired()
                    && variant.parameters().get(p.name()) != null);
            String first = composite.names().isEmpty() ? "" : composite.names().get(0);
            String exclude =
                    both && isMark(key, others) ? "; '" + first + "' and '" + key + "' exclude each other" : "";
            return start + exclude + "; it is a setting of " + String.join(", ", others);
        }
        return start + place.misplaced(key, composite.names());
    }

    private boolean isMark(String key, List<String> others) {
        return others.stream().anyMatch(other -> key.equals(mark(variants.get(other))));
    }

    /** The required first parameter, which tells the type where it is left out; null if there is none. */
    private static String mark(RecordSchema composite) {
        boolean marked = !composite.parameters().isEmpty() && composite.parameters().get(0).isRequired();
        return marked ? composite.names().get(0) : null;
    }

    /** Finds the variant that a tree names and brings its parameters into one map; null if that cannot be. */
    Variant variant(Tree tree, BindContext place) {
        if (tree instanceof Tree.Scalar scalar && !scalar.isNull()) {
            return numbered(scalar)
                    .orElseGet(() -> named(scalar.text(), Tree.Mapping.empty(tree.origin()), scalar.origin(), place));
        }
        if (!(tree instanceof Tree.Mapping mapping)) {
            wrongParts(tree, place);
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
        return isOneKey(mapping, place.inList()) ? oneKey(mapping, place) : inferred(mapping, place);
    }

    /** A word that gives the first parameter too, and so stands alone. */
    private Optional<Variant> numbered(Tree.Scalar word) {
        for (Map.Entry<String, String> form : numbered.entrySet()) {
            Matcher matcher = Pattern.compile(form.getKey()).matcher(word.text());
            if (matcher.matches()) {
                String name = form.getValue();
                Tree number = Tree.Scalar.plain(matcher.group(1), word.origin());
                return Optional.of(new Variant(name, Tree.Mapping.empty(word.origin())
                        .with(variants.get(name).names().get(0), word.origin(), number),
                        new Tree.Scalar(ScalarKind.TEXT, name, word.origin())));
            }
        }
        return Optional.empty();
    }

    private Variant named(String word, Tree.Mapping parameters, Origin origin, BindContext place) {
        if (isCustom(word)) {
            Optional<String> mistake = custom.mistake(word);
            mistake.ifPresent(reason -> place.wrong(origin, hints().ofFile(word).orElse(reason)));
            return mistake.isPresent() ? null
                    : new Variant(word, parameters, new Tree.Scalar(ScalarKind.TEXT, word, origin));
        }
        String name = canonical.get(word);
        if (name == null) {
            place.wrong(origin, hints().ofFile(word).or(() -> YamlMistakes.ofText(word))
                    .orElseGet(() -> unknown(word, canonical.keySet(), variants.keySet())));
            return null;
        }
        return new Variant(name, parameters, new Tree.Scalar(ScalarKind.TEXT, name, origin));
    }

    /**
     * Whether the only key of a map names a variant, or was meant to: in a list, where hardly a map is without a name.
     */
    private boolean isOneKey(Tree.Mapping mapping, boolean inList) {
        return mapping.entries().size() == 1
                && mapping.entries().keySet().stream()
                        .allMatch(key -> canonical.containsKey(key) || isCustom(key) || inList && !isParameter(key));
    }

    private boolean isParameter(String key) {
        return variants.values().stream().anyMatch(variant -> variant.names().contains(key));
    }

    private Variant oneKey(Tree.Mapping mapping, BindContext place) {
        Map.Entry<String, Tree.Entry> only = mapping.entries().entrySet().iterator().next();
        Tree value = only.getValue().value();
        Variant variant =
                named(only.getKey(), Tree.Mapping.empty(mapping.origin()), only.getValue().keyOrigin(), place);
        if (variant == null || value.isNull()) {
            return variant;
        }
        RecordSchema composite = record(variant.name());
        if (value instanceof Tree.Mapping parameters && !isFirst(parameters, composite)) {
            return new Variant(variant.name(), parameters, variant.type());
        }
        if (composite.names().isEmpty()) {
            place.wrong(value.origin(), variant.name() + " has no settings");
            return null;
        }
        return new Variant(variant.name(), variant.parameters().with(composite.names().get(0), value.origin(), value),
                variant.type());
    }

    /** Whether a map is a choice's own and not the settings of the variant whose first parameter is that choice. */
    private static boolean isFirst(Tree.Mapping map, RecordSchema composite) {
        return !composite.names().isEmpty() && composite.below(composite.names().get(0)) instanceof VariantSchema first
                && map.entries().keySet().stream().noneMatch(composite.names()::contains)
                && map.entries().keySet().stream()
                        .anyMatch(key -> key.equals("type") || first.canonical.containsKey(key)
                                || first.isParameter(key));
    }

    private Variant inferred(Tree.Mapping mapping, BindContext place) {
        List<String> marked = variants.keySet().stream()
                .filter(name -> mark(variants.get(name)) != null && mapping.get(mark(variants.get(name))) != null)
                .toList();
        if (marked.isEmpty() && tellItems(mapping, place)) {
            return null;
        }
        if (marked.isEmpty()) {
            place.wrong(mapping.origin(), hints().beside(mapping)
                    .map(right -> "what belongs to one component stands in one map: write " + right)
                    .orElse("'type' is missing, " + expected()));
            return null;
        }
        String mark = mark(variants.get(marked.get(0)));
        List<String> same = marked.stream().filter(name -> mark.equals(mark(variants.get(name)))).toList();
        if (same.size() == 1) {
            return new Variant(same.get(0), mapping, null);
        }
        List<String> fitting = same.stream()
                .filter(name -> variants.get(name).names().containsAll(mapping.entries().keySet())).toList();
        if (fitting.size() == 1) {
            return new Variant(fitting.get(0), mapping, null);
        }
        List<String> meant = (fitting.isEmpty() ? same : fitting).stream().sorted().toList();
        place.wrong(mapping.origin(), "'type' is missing, and '%s' is a setting of %s; write {%s: {...}}, say"
                .formatted(mark, String.join(", ", meant), meant.get(0)));
        return null;
    }

    private VariantHints hints() {
        return new VariantHints(variants, canonical);
    }

    static String unknown(String word, Collection<String> accepted, Collection<String> legal) {
        return "'" + word + "' is not one of " + String.join(", ", new TreeSet<>(legal))
                + Spelling.hint(word, accepted);
    }

    /** The one map that a value is short for, its type written out; null where it is none. */
    Tree.Mapping named(Tree tree) {
        Variant variant = variant(tree, BindContext.silent(false));
        if (variant == null) {
            return tree instanceof Tree.Mapping mapping ? mapping : null;
        }
        Tree word = variant.type() == null ? Tree.Scalar.text(variant.name()) : variant.type();
        return variant.parameters().with("type", word.origin(), word);
    }

    /** Whether a map tells its variant, or tries to. */
    boolean names(Tree tree) {
        return tree instanceof Tree.Mapping mapping && mapping.get("type") != null
                || variant(tree, BindContext.silent(false)) != null;
    }

    /** Whether two trees name the same variant; false where one names none. */
    boolean isSame(Tree one, Tree other) {
        Variant first = variant(one, BindContext.silent(false));
        Variant second = variant(other, BindContext.silent(false));
        return first != null && second != null && first.name().equals(second.name());
    }

    @Override
    Tree write(Object value) {
        String name = names.get(value.getClass());
        if (name == null) {
            return custom.record(value.getClass()).write(value, CustomVariants.start(value.getClass()));
        }
        Tree.Mapping start = Tree.Mapping.empty(Origin.DEFAULT).with("type", Origin.DEFAULT, Tree.Scalar.text(name));
        return variants.get(name).write(value, start);
    }

    @Override
    String expected() {
        return "one of " + String.join(", ", new TreeSet<>(variants.keySet()));
    }
}
