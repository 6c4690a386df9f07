package gridrun.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that a kind of file may say, by full names such as {@code train.learning_rate}, lists taken as a whole.
 *
 * <p>A tree is changed by these names too, before any record exists; there also the items of lists have names, as
 * {@code model.layers.0.dense.units}.
 */
public final class Settings {

    static final Settings NONE = new Settings(Map.of(), null);

    private final Map<String, Schema> known;
    private final Schema root;

    private Settings(Map<String, Schema> known, Schema root) {
        this.known = known;
        this.root = root;
    }

    /** The settings of the files that become a record of this type. */
    public static Settings of(Class<?> type) {
        Map<String, Schema> known = new LinkedHashMap<>();
        Schema root = Schema.of(type);
        collect(root, "", known, new LinkedHashSet<>());
        return new Settings(known, root);
    }

    private static void collect(Schema schema, String path, Map<String, Schema> known, Set<Schema> open) {
        if (!path.isEmpty()) {
            known.putIfAbsent(path, schema);
        }
        if (!open.add(schema)) {
            return;
        }
        for (RecordSchema composite : composites(schema)) {
            for (Parameter parameter : composite.parameters()) {
                collect(parameter.schema(), BindContext.join(path, parameter.name()), known, open);
            }
        }
        open.remove(schema);
    }

    private static List<RecordSchema> composites(Schema schema) {
        if (schema instanceof RecordSchema composite) {
            return List.of(composite);
        }
        return schema instanceof VariantSchema union ? List.copyOf(union.variants().values()) : List.of();
    }

    /** Every full name, in the order of the records. */
    public Set<String> names() {
        return known.keySet();
    }

    /** What a setting may be; null where there is none of this name. */
    Schema schema(String name) {
        return known.get(name);
    }

    /** Whether a full name is one of a list. */
    public boolean isList(String name) {
        return known.get(name) instanceof ListSchema;
    }

    /** Whether a full name is one of a map or of a choice between records. */
    public boolean isMap(String name) {
        return known.get(name) instanceof RecordSchema || known.get(name) instanceof VariantSchema
                || known.get(name) instanceof MapSchema;
    }

    /** Whether a full name is one of a choice between records, which a type makes. */
    public boolean isChoice(String name) {
        return known.get(name) instanceof VariantSchema;
    }

    /** Whether a full name is one below a choice that is open to other authors' records, whose settings are theirs. */
    public boolean isBelowOpenChoice(String name) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (known.get(name.substring(0, dot)) instanceof VariantSchema choice && choice.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** The full names that end in a short one. */
    public List<String> named(String last) {
        List<String> names = new ArrayList<>();
        for (String name : known.keySet()) {
            if (name.equals(last) || name.endsWith(last) && name.charAt(name.length() - last.length() - 1) == '.') {
                names.add(name);
            }
        }
        return names;
    }

    /** Full names, of first items, that end in a short one within lists: {@code model.layers.0.dense.units}. */
    public List<String> withinLists(String last) {
        List<String> names = new ArrayList<>();
        known.forEach((name, schema) -> {
            if (schema instanceof ListSchema list && list.item() instanceof VariantSchema union) {
                union.variants().forEach((variant, record) -> {
                    if (record.names().contains(last)) {
                        names.add(BindContext.join(name, "0." + variant + "." + last));
                    }
                });
            }
        });
        return names;
    }

    /**
     * The full name of a setting of an item of a list where its name leaves out what the item is; empty where that is
     * not all that is wrong with it.
     */
    public Optional<String> withItem(Tree.Mapping tree, String name) {
        String[] path = name.split("\\.");
        for (int i = 1; i < path.length - 1; i++) {
            String list = String.join(".", List.of(path).subList(0, i));
            String rest = String.join(".", List.of(path).subList(i + 1, path.length));
            if (path[i].matches("[0-9]+") && known.get(list) instanceof ListSchema items
                    && items.item() instanceof VariantSchema union) {
                String item = list + "." + path[i] + ".";
                return union.variants().keySet().stream()
                        .filter(variant -> union.record(variant).names().contains(rest))
                        .map(variant -> item + variant + "." + rest)
                        .filter(full -> set(tree, full, Origin.DEFAULT, Tree.Scalar.text("")) != null).findFirst();
            }
        }
        return Optional.empty();
    }

    /** Whether a tree gives some settings of a map and leaves the others, and the variant, as they are. */
    public boolean isPart(String name, Tree tree) {
        if (!(tree instanceof Tree.Mapping)) {
            return false;
        }
        return known.get(name) instanceof RecordSchema
                || known.get(name) instanceof VariantSchema union && !union.names(tree);
    }

    /**
     * Returns a tree with a setting changed.
     *
     * <p>Another variant replaces the map of the old one; the bare word of the same variant keeps it.
     *
     * @return null where the name leads nowhere in this tree
     */
    public Tree.Mapping set(Tree.Mapping tree, String name, Origin keyOrigin, Tree value) {
        return (Tree.Mapping) new SettingEdit(name.split("\\."), keyOrigin, value).in(tree, root, 0);
    }

    /**
     * Returns one file over another.
     *
     * <p>Maps merge, lists are replaced, null removes, naming another variant replaces the map; every value keeps its
     * own origin.
     */
    public Tree.Mapping merge(Tree.Mapping base, Tree.Mapping over) {
        return (Tree.Mapping) Merge.of(root, base, over);
    }

    /** What a tree says of a setting; empty where it says nothing of it. */
    public Optional<Tree> get(Tree.Mapping tree, String name) {
        Tree at = tree;
        for (String key : name.split("\\.")) {
            if (at instanceof Tree.Sequence list && key.matches("[0-9]{1,6}")) {
                int index = Integer.parseInt(key);
                at = index < list.items().size() ? list.items().get(index) : null;
            } else if (at instanceof Tree.Mapping map) {
                boolean variant = map.get(key) == null && map.get("type") instanceof Tree.Scalar type
                        && VariantSchema.step(type.text()).equals(key);
                at = variant ? map : map.get(key);
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(at);
    }

    /**
     * A setting's value without what it says of another setting below it; itself where it says nothing of that.
     *
     * <p>A list is said as a whole: what an item of it must have is not said of that setting alone.
     */
    public Tree without(String name, Tree value, String below) {
        return without(name, value, below, false);
    }

    /** Whether a setting's value says something of another setting below it, be it that it must. */
    public boolean says(String name, Tree value, String below) {
        return without(name, value, below, true) != value;
    }

    private Tree without(String name, Tree value, String below, boolean allOfItems) {
        String[] path = below.split("\\.");
        int depth = name.split("\\.").length;
        Schema schema = root;
        boolean isItem = false;
        boolean inList = false;
        for (String key : List.of(path).subList(0, depth)) {
            Schema next = isItem && schema instanceof VariantSchema union ? union.record(key) : below(schema, key);
            isItem = schema instanceof ListSchema;
            inList |= isItem;
            schema = next;
        }
        Without without = new Without(path, allOfItems);
        return isItem ? without.inItem(value, schema, depth) : without.in(value, schema, depth, inList);
    }

    /** What stands under a key or an index; null where nothing does, or nothing is known of it. */
    static Schema below(Schema schema, String key) {
        if (schema instanceof ListSchema list) {
            return list.item();
        }
        return schema == null ? null : composites(schema).stream().map(each -> each.below(key))
                .filter(Objects::nonNull).findFirst().orElse(schema.below(key));
    }

    /** A value of a setting on one line, in the one spelling that equal values have; as it is where it is wrong. */
    public String text(String name, Tree value) {
        Schema schema = known.get(name);
        Problems wrong = new Problems();
        Object bound = schema == null || value.isNull() ? null : schema.bind(value, new BindContext("", false, wrong));
        return FlatNames.text(bound == null || !wrong.isEmpty() ? value : schema.write(bound));
    }

    /** Returns a file with every key that names a setting in full. */
    public Tree.Mapping fullNames(Tree.Mapping tree) {
        return (Tree.Mapping) new FullNames(this).in(root, tree);
    }

    /** Returns a tree without a setting, so that its default holds; null where the name leads nowhere. */
    public Tree.Mapping remove(Tree.Mapping tree, String name) {
        return (Tree.Mapping) new SettingEdit(name.split("\\."), null, null).in(tree, root, 0);
    }
}
