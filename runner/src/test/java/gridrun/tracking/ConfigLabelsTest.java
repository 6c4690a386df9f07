package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigLabelsTest {

    @Test
    void oneAxis_isItsValues() {
        assertEquals(List.of("0.1", "1e-5"), labels(List.of(of("learning_rate", "0.1"), of("learning_rate", "1e-5"))));
        assertEquals(List.of("dense-1", "dense-2"), labels(List.of(of("case", "dense-1"), of("case", "dense-2"))));
        assertEquals(List.of("64-32", "8"), labels(List.of(of("hidden", "[64, 32]"), of("hidden", "[8]"))));
    }

    @Test
    void axesOfNumbersAndWords_needNoNames() {
        assertEquals(List.of("0.03 relu", "0.1 tanh"),
                labels(List.of(of("learning_rate", "0.03", "activation", "relu"),
                        of("learning_rate", "0.1", "activation", "tanh"))));
    }

    @Test
    void severalAxesOfNumbers_areNamed() {
        assertEquals(List.of("lr=0.1 mom=0", "lr=0.2 mom=0.9"),
                labels(List.of(of("learning_rate", "0.1", "optimizer.momentum", "0"),
                        of("learning_rate", "0.2", "optimizer.momentum", "0.9"))));
        assertEquals(List.of("l0.003 h16-16 b128", "l0.3 h4 b8"),
                labels(List.of(of("learning_rate", "0.003", "hidden", "[16, 16]", "batch_size", "128"),
                        of("learning_rate", "0.3", "hidden", "[4]", "batch_size", "8"))));
    }

    @Test
    void whatIsCommon_isLeftOut() {
        assertEquals(List.of("0.1", "0.2"), labels(List.of(of("learning_rate", "0.1", "depth", "2"),
                of("learning_rate", "0.2", "depth", "2"))));
        assertEquals(List.of("mom=0.5", "mom=0.9"), labels(List.of(of("optimizer", "{type: sgd, momentum: 0.5}"),
                of("optimizer", "{type: sgd, momentum: 0.9}"))));
        assertEquals(List.of("sgd", "sgd mom=0.9", "adam"), labels(List.of(of("optimizer", "sgd"),
                of("optimizer", "{type: sgd, momentum: 0.9}"), of("optimizer", "adam"))));
        assertEquals(List.of("0.1"), labels(List.of(of("learning_rate", "0.1"))),
                "a single configuration has a name, too");
        assertEquals(List.of("one"), labels(List.of(Map.of())), "a sweep of seeds alone is called as the experiment");
    }

    @Test
    @DisplayName("An empty list is a value as others are, and what has no words is numbered by the experiment's name")
    void emptyLists_andWhatHasNoWords_haveLabels() {
        assertEquals(List.of("[]", "8"), labels(List.of(of("hidden", "[]"), of("hidden", "[8]"))));
        assertEquals(List.of("lr=0.1 hid=[]", "lr=0.2 hid=8"), labels(List.of(
                of("learning_rate", "0.1", "hidden", "[]"), of("learning_rate", "0.2", "hidden", "[8]"))));
        assertEquals(List.of("one", "one #1"), labels(List.of(Map.of(), Map.of())));
    }

    @Test
    void longValues_areCutAndStayApart() {
        String layers = "[{residual: [{dense: 16}, {dense: {units: 16, init: random_normal}}]}, %d]";
        List<Map<String, String>> many = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> many.add(of("layers", layers.formatted(i), "note", "x".repeat(40))));
        List<String> labels = labels(many);
        assertEquals(30, labels.stream().distinct().count(), labels::toString);
        assertTrue(labels.stream().allMatch(label -> label.length() <= ConfigLabels.LONGEST), labels::toString);
    }

    private static Map<String, String> of(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static List<String> labels(List<Map<String, String>> values) {
        Map<String, Map<String, String>> configurations = new LinkedHashMap<>();
        for (Map<String, String> configuration : values) {
            configurations.put("c" + configurations.size(), configuration);
        }
        ConfigLabels labels = new ConfigLabels(configurations, "one");
        return configurations.keySet().stream().map(labels::of).toList();
    }
}
