package gridrun.observed;

import gridrun.report.Figures;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/**
 * How well a class is told from the others in a part of the data: of its examples TP are taken for it and FN are not,
 * of others FP are.
 *
 * <p>As in scikit-learn a share of nothing is 0, and the mean is over the classes that occur, actual or predicted, each
 * with the same weight.
 */
public enum ClassFigure {

    /** Of what is taken for the class, the share that is of it, {@code TP / (TP + FP)}. */
    PRECISION(Confusion::precision),
    /** Of the examples of the class, the share that is taken for it, {@code TP / (TP + FN)}. */
    RECALL(Confusion::recall),
    /** The harmonic mean of precision and recall, {@code 2 TP / (2 TP + FP + FN)}. */
    F1(Confusion::f1),
    /** The number of examples of the class, {@code TP + FN}; it has no mean. */
    SUPPORT(Confusion::support);

    private static final int DECIMALS = 4;

    private final ToDoubleBiFunction<Confusion, Integer> formula;

    ClassFigure(ToDoubleBiFunction<Confusion, Integer> formula) {
        this.formula = formula;
    }

    /** The name in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a class, as tables show it; empty for a share where the class does not occur. */
    String cell(Confusion part, int c) {
        return this == SUPPORT ? Integer.toString(part.support(c)) : shown(formula.applyAsDouble(part, c));
    }

    /** The mean over the classes that occur. */
    String mean(Confusion part) {
        return this == SUPPORT ? "" : shown(part.occurring().mapToDouble(c -> formula.applyAsDouble(part, c)).average()
                .orElse(Double.NaN));
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "" : Figures.fixed(value, DECIMALS);
    }
}
