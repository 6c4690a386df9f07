package gridrun.reference;

import gridrun.component.Check;
import gridrun.config.EnumSchema;
import gridrun.config.ListSchema;
import gridrun.config.MapSchema;
import gridrun.config.Numbers;
import gridrun.config.Origin;
import gridrun.config.Parameter;
import gridrun.config.Problems;
import gridrun.config.RecordSchema;
import gridrun.config.ScalarSchema;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.config.VariantSchema;
import gridrun.experiment.ExperimentFile;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What values a record accepts for a parameter, found by asking its constructor, so that a bound stands in one place.
 *
 * <p>A bound that depends on other parameters is the loosest that was found, so that nothing is told to be wrong
 * that is not.
 */
final class Limits {

    private final RecordSchema composite;

    Limits(RecordSchema composite) {
        this.composite = composite;
    }

    /** The numbers that are legal for a parameter, or for the items of one that is a list. */
    Interval interval(Parameter parameter) {
        List<Object> small = standards();
        Optional<Interval> base = interval(parameter, small);
        if (base.isEmpty()) {
            return Interval.all(Search.isWhole(type(parameter)));
        }
        Interval loosest = base.get();
        for (int i = 0; i < small.size(); i++) {
            Object standard = small.get(i);
            Object changed = composite.parameters().get(i) == parameter ? null : another(i, standard);
            if (changed == null) {
                continue;
            }
            List<Object> values = standards();
            values.set(i, changed);
            Interval found = interval(parameter, values).orElse(loosest);
            loosest = loosest.and(standard instanceof Double ? base.get().whereSame(found) : found);
            small.set(i, standard instanceof Integer ? changed : standard);
        }
        return loosest.and(interval(parameter, small).orElse(loosest));
    }

    private Optional<Interval> interval(Parameter parameter, List<Object> others) {
        Function<Object, Object> wrap = parameter.schema() instanceof ListSchema ? List::of : value -> value;
        return new Search(type(parameter), value -> accepts(parameter, others, wrap.apply(value))).interval();
    }

    private static Class<?> type(Parameter parameter) {
        return ((ScalarSchema) (parameter.schema() instanceof ListSchema list ? list.item() : parameter.schema()))
                .type();
    }

    /** Another value of a parameter: the least of whole numbers, the other truth value, any other number. */
    private Object another(int index, Object standard) {
        Parameter parameter = composite.parameters().get(index);
        if (standard instanceof Integer) {
            double least = interval(parameter, standards()).map(Interval::least).orElse(Double.NEGATIVE_INFINITY);
            return Double.isInfinite(least) ? null : (Object) (int) least;
        }
        if (standard instanceof Boolean truth) {
            return !truth;
        }
        return standard instanceof Double ? Search.GUESSES.stream()
                .filter(guess -> !guess.equals(standard) && accepts(parameter, standards(), guess))
                .findFirst().orElse(null) : null;
    }

    /**
     * The words that are legal for a text, which a record that refuses another lists; empty where any may be legal.
     *
     * @param words regular expressions are among them
     * @param summary what tells the same in short
     */
    record Legal(List<String> words, String summary) {

        private static final Legal ANY = new Legal(List.of(), "");

        private static Legal of(Check.Invalid refusal) {
            if (!refusal.words().isEmpty()) {
                return new Legal(refusal.words(), refusal.expected().replaceFirst(":.*", ""));
            }
            boolean listed = refusal.expected().startsWith("one of ");
            return listed ? new Legal(List.of(refusal.expected().substring("one of ".length()).split(", ")), "") : ANY;
        }
    }

    /** What is legal for a text. */
    Legal legal(Parameter parameter) {
        List<Object> values = standards();
        int index = composite.parameters().indexOf(parameter);
        values.set(index, "?");
        try {
            composite.make(values);
            return Legal.ANY;
        } catch (Check.Invalid e) {
            return e.component().equals(parameter.componentName()) ? Legal.of(e) : Legal.ANY;
        } catch (IllegalArgumentException e) {
            return Legal.ANY;
        }
    }

    /** Whether a list must have an item. */
    boolean refusesNone(Parameter parameter) {
        Object none = ((ListSchema) parameter.schema()).isDistinct() ? Set.of() : List.of();
        List<Object> values = standards();
        values.set(composite.parameters().indexOf(parameter), none);
        return !accepts(values);
    }

    /** The parameters of which exactly one must be given; none where the record is content without. */
    List<String> either() {
        List<Object> values = standards();
        if (values.contains(null) && accepts(values)) {
            return List.of();
        }
        return composite.parameters().stream().filter(Parameter::isNullable).filter(parameter -> {
            List<Object> given = standards();
            int index = composite.parameters().indexOf(parameter);
            given.set(index, example(parameter.schema(), index + 1));
            return given.get(index) != null && accepts(given);
        }).map(Parameter::name).toList();
    }

    private boolean accepts(List<Object> values) {
        try {
            composite.make(values);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean accepts(Parameter parameter, List<Object> others, Object value) {
        List<Object> values = new ArrayList<>(others);
        values.set(composite.parameters().indexOf(parameter), value);
        try {
            composite.make(values);
            return true;
        } catch (Check.Invalid e) {
            return !e.component().equals(parameter.componentName());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private List<Object> standards() {
        List<Object> values = new ArrayList<>();
        composite.parameters().forEach(parameter -> values.add(
                parameter.isRequired() ? example(parameter.schema(), values.size() + 1) : parameter.standard()));
        return values;
    }

    /** Some value of a kind: of numbers a larger one for every further parameter, as for bounds of a range. */
    private static Object example(Schema schema, double number) {
        if (schema instanceof VariantSchema union) {
            return union.variants().values().stream().map(Limits::example).filter(Objects::nonNull)
                    .findFirst().orElse(null);
        }
        if (schema instanceof RecordSchema record) {
            return example(record);
        }
        if (schema instanceof ScalarSchema leaf) {
            return Stream.of(Numbers.text(number), "true", "a").flatMap(text -> read(leaf.type(), text)).findFirst()
                    .orElseThrow();
        }
        if (schema instanceof EnumSchema choice) {
            return read(choice.type(), choice.words().get(0)).findFirst().orElseThrow();
        }
        if (schema instanceof ListSchema list) {
            return list.isDistinct() ? Set.of() : List.of();
        }
        return schema instanceof MapSchema ? Map.of() : null;
    }

    private static Object example(RecordSchema record) {
        try {
            return record.make(new Limits(record).standards());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Stream<?> read(Class<?> type, String text) {
        Tree tree = Tree.Scalar.plain(text, Origin.DEFAULT);
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        return Schema.bind(boxed, tree, "", new Problems(), ExperimentFile.settings()).stream();
    }
}
