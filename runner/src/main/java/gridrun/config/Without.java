package gridrun.config;

/**
 * Values of settings without what they say of another setting below them.
 *
 * <p>A list is said as a whole, so what an item of it cannot leave out is not said of that one setting, unless all is.
 *
 * @param path the segments of the other setting's full name
 * @param allOfItems whether what an item cannot leave out is said of that setting, too
 */
record Without(String[] path, boolean allOfItems) {

    /**
     * The value that stands at a depth of the path; itself where it says nothing of the setting.
     *
     * @param inList whether a list is around it
     */
    Tree in(Tree tree, Schema schema, int depth, boolean inList) {
        if (schema instanceof ListSchema list) {
            return tree instanceof Tree.Sequence items ? inItems(items, list.item(), depth) : tree;
        }
        if (schema instanceof VariantSchema union) {
            return inMap(tree, union.named(tree), union, depth, inList);
        }
        return tree instanceof Tree.Mapping map ? inMap(map, map, schema, depth, inList) : tree;
    }

    private Tree inMap(Tree tree, Tree.Mapping map, Schema schema, int depth, boolean inList) {
        String key = path[depth];
        Tree part = map == null ? null : map.get(key);
        if (part == null) {
            return tree;
        }
        if (depth == path.length - 1) {
            return inList && !allOfItems && isRequired(schema, key) ? tree : map.without(key);
        }
        Tree changed = in(part, Settings.below(schema, key), depth + 1, inList);
        return changed == part ? tree : map.with(key, map.entries().get(key).keyOrigin(), changed);
    }

    private static boolean isRequired(Schema schema, String key) {
        return schema instanceof RecordSchema composite
                && composite.parameters().stream().anyMatch(each -> each.name().equals(key) && each.isRequired());
    }

    private Tree inItems(Tree.Sequence list, Schema schema, int depth) {
        int index = path[depth].matches("[0-9]{1,6}") ? Integer.parseInt(path[depth]) : Integer.MAX_VALUE;
        if (index >= list.items().size() || depth == path.length - 1) {
            return list;
        }
        Tree item = list.items().get(index);
        Tree changed = inItem(item, schema, depth + 1);
        return changed == item ? list : list.with(index, changed);
    }

    /** An item that is a variant has that one's name in the path. */
    Tree inItem(Tree item, Schema schema, int depth) {
        if (!(schema instanceof VariantSchema union)) {
            return in(item, schema, depth, true);
        }
        VariantSchema.Variant variant = union.variant(item, BindContext.silent(true));
        boolean meant = variant != null && VariantSchema.step(variant.name()).equals(path[depth]);
        return meant && depth < path.length - 1
                ? inMap(item, variant.map(), union.record(variant.name()), depth + 1, true) : item;
    }
}
