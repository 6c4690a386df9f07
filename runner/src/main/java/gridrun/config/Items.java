package gridrun.config;

import java.util.ArrayList;
import java.util.List;

/** A list of values of one kind. */
public final class Items extends Schema {

    private final Schema item;

    Items(Schema item) {
        this.item = item;
    }

    /** What each item is. */
    public Schema item() {
        return item;
    }

    @Override
    Object bind(Tree tree, Place place) {
        if (!(tree instanceof Tree.Sequence sequence)) {
            return wrong(tree, place);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Object value = item.bind(sequence.items().get(i), place.item(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == sequence.items().size() ? List.copyOf(values) : null;
    }

    @Override
    Tree write(Object value) {
        return new Tree.Sequence(((List<?>) value).stream().map(item::write).toList(), Origin.DEFAULT);
    }

    @Override
    String expected() {
        return "a list, each item " + item.expected();
    }
}
