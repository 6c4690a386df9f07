package gridrun.config;

import java.util.ArrayList;
import java.util.List;

/**
 * One change of a tree at the end of a path.
 *
 * @param path the segments of a full name
 * @param value what is set; null to remove the key
 */
record SettingEdit(String[] path, Origin keyOrigin, Tree value) {

    /** The changed tree, or null where the path leads nowhere. */
    Tree in(Tree tree, Schema schema, int depth) {
        if (depth == path.length) {
            return schema instanceof VariantSchema union && keeps(union, tree) ? tree : value;
        }
        if (schema instanceof ListSchema items) {
            return inList(tree, items, depth);
        }
        if (schema instanceof VariantSchema union) {
            return inUnion(tree, union, depth);
        }
        if (schema instanceof MapSchema) {
            return inDictionary(tree, depth);
        }
        if (schema instanceof RecordSchema composite) {
            Tree mapping = tree == null || tree.isNull() ? Tree.Mapping.empty(origin()) : tree;
            return inMapping(mapping, composite, depth);
        }
        return null;
    }

    private boolean keeps(VariantSchema union, Tree tree) {
        return value instanceof Tree.Scalar && tree != null && union.isSame(tree, value);
    }

    private Tree inUnion(Tree tree, VariantSchema union, int depth) {
        if (tree == null) {
            return value == null ? null : inMapping(Tree.Mapping.empty(origin()), null, depth);
        }
        VariantSchema.Variant variant = union.variant(tree, BindContext.silent(false));
        if (variant != null) {
            return inMapping(variant.map(), union.record(variant.name()), depth);
        }
        return inMapping(tree instanceof Tree.Scalar word
                ? Tree.Mapping.empty(tree.origin()).with("type", tree.origin(), word) : tree, null, depth);
    }

    private Tree inMapping(Tree tree, RecordSchema composite, int depth) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return null;
        }
        String key = path[depth];
        boolean last = depth == path.length - 1;
        if (last && value == null) {
            return mapping.without(key);
        }
        Parameter parameter = composite == null ? null : composite.parameters().stream()
                .filter(p -> p.name().equals(key)).findFirst().orElse(null);
        if (parameter == null) {
            return last ? mapping.with(key, keyOrigin, value) : null;
        }
        Tree old = mapping.get(key);
        if (old == null && !last && value == null) {
            return mapping;
        }
        Tree present = old == null && parameter.schema() instanceof VariantSchema && !parameter.isRequired()
                && !parameter.isNullable() ? parameter.schema().write(parameter.standard()) : old;
        Tree changed = in(present, parameter.schema(), depth + 1);
        return changed == null ? null
                : mapping.with(key, old == null ? origin() : mapping.entries().get(key).keyOrigin(), changed);
    }

    /** A user's own key may have dots, so it is all that is left of the path. */
    private Tree inDictionary(Tree tree, int depth) {
        Tree.Mapping mapping = tree instanceof Tree.Mapping map ? map : Tree.Mapping.empty(origin());
        String key = String.join(".", List.of(path).subList(depth, path.length));
        return value == null ? mapping.without(key) : mapping.with(key, keyOrigin, value);
    }

    /** An item of a list is named by its index and, if it is a variant, the variant's name. */
    private Tree inList(Tree tree, ListSchema list, int depth) {
        boolean indexed = path[depth].matches("[0-9]{1,6}") && tree instanceof Tree.Sequence;
        List<Tree> items = indexed ? new ArrayList<>(((Tree.Sequence) tree).items()) : List.of();
        int index = indexed ? Integer.parseInt(path[depth]) : 0;
        if (index >= items.size()) {
            return null;
        }
        Tree changed = list.item() instanceof VariantSchema union
                ? inItem(items.get(index), union, depth + 1)
                : in(items.get(index), list.item(), depth + 1);
        if (changed == null) {
            return null;
        }
        items.set(index, changed);
        return new Tree.Sequence(items, tree.origin());
    }

    private Tree inItem(Tree item, VariantSchema union, int depth) {
        if (depth == path.length) {
            return value;
        }
        VariantSchema.Variant variant = union.variant(item, BindContext.silent(true));
        if (variant == null || !VariantSchema.step(variant.name()).equals(path[depth]) || depth + 1 == path.length) {
            return null;
        }
        return inMapping(variant.map(), union.record(variant.name()), depth + 1);
    }

    private Origin origin() {
        return keyOrigin == null ? Origin.DEFAULT : keyOrigin;
    }
}
