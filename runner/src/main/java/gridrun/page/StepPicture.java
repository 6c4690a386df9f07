package gridrun.page;

import gridrun.report.Figures;
import gridrun.train.FirstStep;
import gridrun.train.FirstStep.Matrix;
import gridrun.train.FirstStep.Operation;
import j2html.tags.DomContent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A network's units in columns, from the inputs to the loss, with the values and derivatives of one example. */
final class StepPicture {

    private static final int COLUMN = 132;
    private static final int ROW = 88;
    private static final int RADIUS = 30;
    private static final int TOP = 40;
    private static final int DIGITS = 3;
    private static final double WIDEST = 6;

    private final FirstStep step;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Matrix> shown = new HashMap<>();
    private final Map<String, Matrix> gradients = new HashMap<>();
    private int tallest;

    StepPicture(FirstStep step) {
        this.step = step;
        step.given().forEach(matrix -> shown.put(matrix.name(), matrix));
        columns.put(step.given().get(0).name(), 0);
        for (Operation operation : step.operations()) {
            shown.put(operation.result().name(), operation.result());
            columns.put(operation.result().name(), columns.size());
            operation.gradients().forEach(gradient -> gradients.putIfAbsent(gradient.name(), gradient));
        }
        this.tallest = columns.keySet().stream().mapToInt(name -> units(shown.get(name))).max().orElse(1);
    }

    /** The numbers that belong to the first example. */
    private int units(Matrix matrix) {
        return matrix.values().length / examples(matrix);
    }

    /** A loss is a number an example, without columns of its own. */
    private int examples(Matrix matrix) {
        int examples = step.examples();
        return matrix.values().length % examples == 0 ? examples : 1;
    }

    DomContent content() {
        Svg svg = new Svg(columns.size() * COLUMN, TOP + tallest * ROW + 10, "the network's units, one column a value");
        step.operations().forEach(operation -> lines(svg, operation));
        columns.forEach((name, column) -> units(svg, name, column));
        return svg.content();
    }

    private void lines(Svg svg, Operation operation) {
        String from = operation.operands().get(0);
        Integer column = columns.get(from);
        if (column == null) {
            return;
        }
        int left = units(shown.get(from));
        int right = units(operation.result());
        Matrix weights = operation.operands().size() > 1 ? shown.get(operation.operands().get(1)) : null;
        boolean affine = weights != null && weights.rows() == left && weights.columns() == right
                && weights.name().startsWith("W");
        double largest = affine ? Arrays.stream(weights.values()).map(Math::abs).max().orElse(1) : 1;
        int to = columns.get(operation.result().name());
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < right; j++) {
                double weight =
                        affine ? weights.at(i, j) : left == right && i == j || right == 1 ? largest / WIDEST : 0;
                if (weight != 0) {
                    svg.weight(x(column) + RADIUS, y(i, left), x(to) - RADIUS, y(j, right),
                            Math.max(0.5, WIDEST * Math.abs(weight) / largest),
                            affine ? Palette.of(weight > 0 ? 0 : 1) : "var(--line)",
                            affine ? "%s %d,%d: %s".formatted(weights.name(), i + 1, j + 1,
                                    Figures.significant(weight, 6)) : "");
                }
            }
        }
    }

    private void units(Svg svg, String name, int column) {
        Matrix values = shown.get(name);
        svg.words("label", x(column), TOP - 20, "middle", name);
        int units = units(values);
        Matrix gradient = gradients.get("d" + name);
        for (int i = 0; i < units; i++) {
            svg.circle(x(column), y(i, units), RADIUS);
            svg.words("label", x(column), y(i, units) + 5, "middle", number(values.values()[i]));
            if (gradient != null) {
                svg.words("number", x(column), y(i, units) + RADIUS + 14, "middle", number(gradient.values()[i]));
            }
        }
    }

    private static String number(double value) {
        return Figures.significant(value, DIGITS);
    }

    private static double x(int column) {
        return (column + 0.5) * COLUMN;
    }

    private double y(int unit, int units) {
        return TOP + (unit + 0.5 + (tallest - units) / 2.0) * ROW;
    }
}
