package gridrun.metric;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics by their names, alone or behind the prefix of a {@link DataPart}: {@code val_macro_f1}. */
public final class Vocabulary {

    /** One metric of each kind, those with a parameter at its default. */
    public static final List<Metric> KINDS =
            Stream.of(Metric.class.getPermittedSubclasses()).map(Vocabulary::standard).toList();

    /** The names of all kinds. */
    public static final String NAMES = KINDS.stream().map(Metric::name).collect(Collectors.joining(", "));

    private static final List<String> OF_EPOCHS = words(Stream.of("", DataPart.VALIDATION.prefix()));

    private Vocabulary() {
    }

    private static Metric standard(Class<?> kind) {
        RecordComponent[] parameters = kind.getRecordComponents();
        Object[] defaults = Stream.of(parameters)
                .map(parameter -> Integer.valueOf(parameter.getAnnotation(Default.class).value())).toArray();
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(
                    Stream.of(parameters).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (Metric) constructor.newInstance(defaults);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind + " is no record of whole numbers with defaults", e);
        }
    }

    /** The names of all kinds behind some prefixes, and regular expressions for those that have a number within. */
    public static List<String> words(Stream<String> prefixes) {
        return prefixes.flatMap(prefix -> KINDS.stream()
                .flatMap(metric -> Stream.of(metric.name(), metric.pattern()).distinct()).map(word -> prefix + word))
                .toList();
    }

    /** The metric of a name, whatever part it is of; empty where it is none. */
    public static Optional<Metric> named(String name) {
        String bare = DataPart.of(name).bare(name);
        for (Metric kind : KINDS) { // asked of every row of a store
            Optional<Metric> metric = kind.named(bare);
            if (metric.isPresent()) {
                return metric;
            }
        }
        return Optional.empty();
    }

    /** What is measured of every part without being asked for, in the order in which it is told. */
    public static List<Metric> usual(Task task) {
        return suiting(task).stream().filter(Metric::isUsual).toList();
    }

    /** Those that can be measured at a task. */
    public static List<Metric> suiting(Task task) {
        return KINDS.stream().filter(metric -> metric.suits(task)).toList();
    }

    /** Which way a metric of any part is better; what is not known is better small. */
    public static Goal goal(String name) {
        return named(name).map(Metric::goal).orElse(Goal.MINIMIZE);
    }

    /** Checks that a component names what an epoch can have. */
    public static void checkOfEpochs(String component, String name) {
        Check.known(named(name).isPresent() && DataPart.of(name) != DataPart.TEST, component, name, OF_EPOCHS,
                "a metric, alone or behind val_: " + NAMES);
    }
}
