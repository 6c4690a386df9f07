package gridrun.graph;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An operation's passes in the notation of docs/math_derivations.md.
 *
 * <p>In both {@code {y}} stands for the result, {@code {0}}, {@code {1}}, … for the operands and a {@code d} before one
 * for its gradient.
 *
 * @param forward what the result is
 * @param backward what each operand's gradient is; of one that takes none there is none
 */
public record Formula(String forward, List<String> backward) {

    /** The formula of an operation that is named alone: its gradients are products with its Jacobian matrices. */
    static Formula named(Op operation) {
        StringBuilder operands = new StringBuilder();
        for (int i = 0; i < operation.operands().size(); i++) {
            operands.append(i == 0 ? "" : ", ").append('{').append(i).append('}');
        }
        return new Formula("{y} = %s(%s)".formatted(operation.name(), operands),
                IntStream.range(0, operation.operands().size())
                        .mapToObj(i -> "d{%1$d} = (∂{y}/∂{%1$d})ᵀ d{y}".formatted(i)).toList());
    }

    /** A text with names in it. */
    public static String with(String formula, String result, List<String> operands) {
        String text = formula.replace("{y}", result);
        for (int i = 0; i < operands.size(); i++) {
            text = text.replace("{" + i + "}", operands.get(i));
        }
        return text;
    }
}
