package gridrun.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** A number, a truth value, a text or a path. */
public final class ScalarSchema extends Schema {

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            int.class, "a whole number", Integer.class, "a whole number",
            long.class, "a whole number", Long.class, "a whole number",
            double.class, "a number", Double.class, "a number",
            boolean.class, "true or false", Boolean.class, "true or false",
            String.class, "a text", FilePath.class, "a path");

    private final Class<?> type;

    ScalarSchema(Class<?> type) {
        if (!EXPECTED.containsKey(type)) {
            throw new IllegalArgumentException(type + " cannot stand in an experiment file");
        }
        this.type = type;
    }

    /** What the value becomes. */
    public Class<?> type() {
        return type;
    }

    /** Whether it is a number, whole or not. */
    public boolean isNumber() {
        return EXPECTED.get(type).endsWith("number");
    }

    /** Whether it is true or false. */
    public boolean isTruth() {
        return type == boolean.class || type == Boolean.class;
    }

    @Override
    Object bind(Tree tree, BindContext place) {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.isNull()) {
            return wrong(tree, place);
        }
        if (type == String.class) {
            return scalar.kind() == ScalarKind.BOOLEAN ? wrong(tree, place) : scalar.text();
        }
        if (type == FilePath.class) {
            return path(scalar, place);
        }
        if (type == boolean.class || type == Boolean.class) {
            return scalar.kind() == ScalarKind.BOOLEAN ? (Object) Boolean.parseBoolean(scalar.text())
                    : wrong(tree, place);
        }
        if (!scalar.kind().isNumber()) {
            return wrong(tree, place);
        }
        return type == double.class || type == Double.class ? (Object) Numbers.real(scalar.text())
                : whole(scalar, place);
    }

    private Object whole(Tree.Scalar scalar, BindContext place) {
        double approximate = Numbers.real(scalar.text());
        if (approximate != Math.rint(approximate) || Double.isInfinite(approximate)) {
            return wrong(scalar, place);
        }
        boolean isInt = type == int.class || type == Integer.class;
        try {
            long value = new BigDecimal(scalar.canonical()).longValueExact();
            return isInt ? (Object) Math.toIntExact(value) : (Object) value;
        } catch (ArithmeticException e) {
            place.wrong(scalar.origin(), "'" + scalar.text() + "' is beyond the range of whole numbers, which ends at "
                    + (isInt ? "2,147,483,647" : "9,223,372,036,854,775,807"));
            return null;
        }
    }

    /** A relative path belongs to the directory of the file it stands in. */
    private Object path(Tree.Scalar scalar, BindContext place) {
        try {
            Path path = Path.of(scalar.text());
            boolean inFile = scalar.origin().line() > 0;
            Path base = inFile ? Path.of(scalar.origin().source()).toAbsolutePath().getParent() : Path.of("");
            return new FilePath(scalar.text(), base.resolve(path).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            place.wrong(scalar.origin(), "'" + scalar.text() + "' is not a path: " + FilePath.reason(e));
            return null;
        }
    }

    @Override
    Tree write(Object value) {
        if (value instanceof Double number) {
            return Tree.Scalar.plain(Numbers.text(number), Origin.DEFAULT);
        }
        return value instanceof String || value instanceof FilePath
                ? Tree.Scalar.text(value.toString())
                : Tree.Scalar.plain(value.toString(), Origin.DEFAULT);
    }

    @Override
    String expected() {
        return EXPECTED.get(type);
    }
}
