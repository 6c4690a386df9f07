package gridrun.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A list of values of one kind; what becomes a set has each value once, and keeps their order. */
public final class ListSchema extends Schema {

    private final Schema item;
    private final boolean distinct;

    ListSchema(Schema item, boolean distinct) {
        this.item = item;
        this.distinct = distinct;
    }

    /** What each item is. */
    public Schema item() {
        return item;
    }

    /** Whether no item stands in it twice. */
    public boolean isDistinct() {
        return distinct;
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        if (!(tree instanceof Tree.Sequence sequence)) {
            return wrongParts(tree, place);
        }
        List<Object> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Tree given = sequence.items().get(i);
            Object value = item.bind(given, place.item(i));
            if (distinct && !seen.add(FlatNames.text(given))) {
                place.wrong(given.origin(), FlatNames.text(given) + " stands in the list twice");
                value = null;
            }
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() < sequence.items().size()) {
            return null;
        }
        return distinct ? Collections.unmodifiableSet(new LinkedHashSet<>(values)) : List.copyOf(values);
    }

    @Override
    Tree write(Object value) {
        return new Tree.Sequence(((Collection<?>) value).stream().map(item::write).toList(), Origin.DEFAULT);
    }

    @Override
    String expected() {
        return item instanceof TreeSchema ? "a list of values" : "a list, each item " + item.expected();
    }
}
