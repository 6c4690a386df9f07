package gridrun.golden;

import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What PyTorch computed in one case, tensor by tensor, as {@code src/test/python/golden} wrote it.
 *
 * <p>A file of a topic has a line {@code case NAME}, then a line a tensor: its name, its dimensions as in {@code 2x3},
 * its values.
 */
final class Golden {

    private final String name;
    private final Map<String, String> lines = new LinkedHashMap<>();

    private Golden(String name) {
        this.name = name;
    }

    /** All cases of a topic by their names. */
    static Map<String, Golden> read(String topic) {
        Map<String, Golden> cases = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Golden.class.getResourceAsStream(topic + ".txt"), StandardCharsets.UTF_8))) {
            Golden current = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] head = line.split(" ", 2);
                if (head[0].equals("case")) {
                    current = new Golden(head[1]);
                    cases.put(head[1], current);
                } else if (!head[0].equals("#")) {
                    current.lines.put(head[0], head[1]);
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The cases of a topic, each with what computes it here, in both precisions: arguments (name, value, golden,
     * precision).
     *
     * @param table what computes a case, by the case's name; one for each
     */
    static Stream<Arguments> cases(String topic, Map<String, ?> table) {
        Map<String, Golden> cases = read(topic);
        if (!cases.keySet().equals(table.keySet())) {
            throw new AssertionError(
                    "%s.txt has the cases %s, its test %s".formatted(topic, cases.keySet(), table.keySet()));
        }
        return cases.values().stream().flatMap(golden -> Stream.of(KernelPrecision.values())
                .map(precision -> Arguments.of(golden.name, table.get(golden.name), golden, precision)));
    }

    /** The names of its tensors. */
    Set<String> tensors() {
        return lines.keySet();
    }

    boolean has(String tensor) {
        return lines.containsKey(tensor);
    }

    Shape shape(String tensor) {
        return Shape.of(Arrays.stream(fields(tensor)[0].split("x")).mapToInt(Integer::parseInt).toArray());
    }

    double[] values(String tensor) {
        return Arrays.stream(fields(tensor)).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    /** The value of a tensor that has one. */
    double value(String tensor) {
        return values(tensor)[0];
    }

    /** Copies values into a tensor of the same shape. */
    void fill(String tensor, Tensor into) {
        if (!shape(tensor).equals(into.shape())) {
            throw new AssertionError(
                    "%s: %s is %s here, %s in PyTorch".formatted(name, tensor, into.shape(), shape(tensor)));
        }
        double[] values = values(tensor);
        for (int i = 0; i < values.length; i++) {
            into.set(i, values[i]);
        }
    }

    private String[] fields(String tensor) {
        String line = lines.get(tensor);
        if (line == null) {
            throw new AssertionError("%s has %s, but no %s".formatted(name, lines.keySet(), tensor));
        }
        return line.split(" ");
    }
}
