package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.train.FirstStep;
import gridrun.train.FirstStep.Matrix;
import gridrun.train.FirstStep.Operation;
import gridrun.train.FirstStep.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A training step as tables and sentences, for a terminal and for a page.
 *
 * @param blocks in the order in which one reads them
 */
public record StepTables(List<Block> blocks) {

    private static final int DIGITS = 6;

    /**
     * A sentence or a formula, and the numbers that it comes to.
     *
     * @param heading whether it begins a part
     */
    public record Block(boolean heading, String text, Optional<Table> table) {
    }

    /** All of a step. */
    public static StepTables of(FirstStep step) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading("Given"));
        step.given().forEach(matrix -> blocks.add(numbers(named(matrix), matrix)));
        blocks.add(heading("Forward"));
        step.operations().forEach(operation -> blocks.add(numbers(
                "%s:  %s".formatted(operation.layer(), operation.forward()), operation.result())));
        int examples = step.examples();
        blocks.add(new Block(false, "L = 1/m Σ_i ℓ_i = %s  with m = %d".formatted(number(step.loss()), examples),
                Optional.empty()));
        blocks.add(heading("Backward"));
        blocks.add(new Block(false, "dℓ_i = 1/m = %s".formatted(number(1.0 / examples)), Optional.empty()));
        List<Operation> backwards = new ArrayList<>(step.operations());
        Collections.reverse(backwards);
        for (Operation operation : backwards) {
            for (int i = 0; i < operation.backward().size(); i++) {
                blocks.add(numbers("%s:  %s".formatted(operation.layer(), operation.backward().get(i)),
                        operation.gradients().get(i)));
            }
        }
        blocks.add(heading("Update"));
        blocks.add(new Block(false, "%s  with η = %s".formatted(step.rule(), number(step.rate())), Optional.empty()));
        if (!step.treatment().isEmpty()) {
            blocks.add(new Block(false, step.treatment(), Optional.empty()));
        }
        step.updates().forEach(update -> blocks.add(new Block(false, named(update.before()),
                Optional.of(updates(update)))));
        blocks.add(new Block(false, "with the new parameters L = %s instead of %s".formatted(number(step.lossAfter()),
                number(step.loss())), Optional.empty()));
        return new StepTables(blocks);
    }

    private static Block heading(String text) {
        return new Block(true, text, Optional.empty());
    }

    private static String named(Matrix matrix) {
        return "%s  [%d, %d]".formatted(matrix.name(), matrix.rows(), matrix.columns());
    }

    private static Block numbers(String text, Matrix matrix) {
        List<Column> columns = new ArrayList<>();
        columns.add(column(matrix.name(), IntStream.rangeClosed(1, matrix.rows()).mapToObj(Integer::toString)
                .toList()));
        for (int j = 0; j < matrix.columns(); j++) {
            int at = j;
            columns.add(column(Integer.toString(j + 1), IntStream.range(0, matrix.rows())
                    .mapToObj(i -> number(matrix.at(i, at))).toList()));
        }
        return new Block(false, text, Optional.of(new Table(columns)));
    }

    /** A row an element: its value, gradient, change and new value. */
    private static Table updates(Update update) {
        Matrix before = update.before();
        int size = before.values().length;
        List<Column> columns = new ArrayList<>();
        columns.add(column(before.name(), elements(size, i -> before.rows() == 1 || before.columns() == 1
                ? Integer.toString(i + 1)
                : "%d,%d".formatted(i / before.columns() + 1, i % before.columns() + 1))));
        columns.add(column("w", elements(size, i -> number(before.values()[i]))));
        boolean treated = !Arrays.equals(update.gradient().values(), update.treated().values());
        if (treated) {
            columns.add(column(update.gradient().name(), elements(size, i -> number(update.gradient().values()[i]))));
        }
        columns.add(column(treated ? "g" : "g = " + update.gradient().name(),
                elements(size, i -> number(update.treated().values()[i]))));
        columns.add(column("change", elements(size, i -> number(update.after().values()[i] - before.values()[i]))));
        columns.add(column("new w", elements(size, i -> number(update.after().values()[i]))));
        return new Table(columns);
    }

    private static List<String> elements(int size, IntFunction<String> cell) {
        return IntStream.range(0, size).mapToObj(cell).toList();
    }

    private static Column column(String title, List<String> cells) {
        return new Column(title, cells, false);
    }

    private static String number(double value) {
        return Figures.significant(value, DIGITS);
    }

    /** For a terminal; a table is as wide as it is. */
    public String text(boolean unicode) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            text.append(block.heading() ? "\n== %s ==\n".formatted(block.text()) : "\n" + block.text() + "\n");
            block.table().ifPresent(table -> text.append(table.text(Integer.MAX_VALUE, true).indent(2)));
        }
        return unicode ? text.toString() : ascii(text.toString());
    }

    private static String ascii(String text) {
        String plain = text.replace("ᵀ", "^T").replace("ℓ", "l").replace("η", "eta").replace("⊙", "*")
                .replace("∂", "d").replace("Σ", "sum").replace("σ", "sigmoid").replace("←", "<-").replace("²", "^2")
                .replace("√", "sqrt ").replace("ε", "eps").replace("β", "beta").replace("ρ", "rho").replace("μ", "mu")
                .replace("λ", "lambda").replace("±", "+-").replace("·", "*").replace("Π", "product");
        return plain.replaceAll("[^ -~\n]", "?");
    }
}
