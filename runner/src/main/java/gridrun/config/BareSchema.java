package gridrun.config;

import gridrun.component.Check;
import java.util.List;

/** A {@link gridrun.component.Bare} record: written as the value of its one component. */
public final class BareSchema extends Schema {

    private final RecordSchema record;

    BareSchema(Class<?> type) {
        record = new RecordSchema(type);
        if (record.parameters().size() != 1) {
            throw new IllegalArgumentException(type + " has not one component");
        }
    }

    /** The record with its component. */
    public RecordSchema record() {
        return record;
    }

    /** The one component. */
    public Parameter parameter() {
        return record.parameters().get(0);
    }

    /** What is written in the record's place. */
    public Schema value() {
        return parameter().schema();
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        Object value = value().bind(tree, place);
        if (value == null) {
            return null;
        }
        try {
            return record.make(List.of(value));
        } catch (IllegalArgumentException e) {
            place.wrong(tree.origin(), e instanceof Check.Invalid invalid ? invalid.reason() : e.getMessage());
            return null;
        }
    }

    @Override
    Tree write(Object value) {
        return value().write(parameter().of(value));
    }

    @Override
    String expected() {
        return value().expected();
    }
}
