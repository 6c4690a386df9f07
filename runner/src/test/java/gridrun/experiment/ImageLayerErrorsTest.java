package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes along two axes, in experiment files. */
class ImageLayerErrorsTest {

    private static final String FILE =
            "name: t\ndata: moons\nmodel: {layers: [dense: 400, reshape: [20, 20, 1], %s, flatten]}\n";

    private static RunSpec run(String layer, String... overrides) {
        Problems problems = new Problems();
        return Experiment.parse("t.yaml", FILE.formatted(layer), List.of(overrides), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render())).runs().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        conv2d: 16                                  | 3      | 1
        conv2d: {filters: 16, kernel_size: 3}       | 3      | 1
        conv2d: {filters: 16, kernel_size: [3, 3]}  | 3      | 1
        conv2d: {filters: 16, kernel_size: [3,5], strides: [0x2, 1]} | [3, 5] | [2, 1]
        """)
    void sizes_readFromANumberOrAList(String layer, String kernelSize, String strides) {
        RunSpec run = run(layer);
        assertEquals("16", run.params().get("model.layers.2.conv2d.filters"));
        assertEquals(kernelSize, run.params().get("model.layers.2.conv2d.kernel_size"));
        assertEquals(strides, run.params().get("model.layers.2.conv2d.strides"));
        assertEquals("[5, 2]", run(layer, "model.layers.2.conv2d.kernel_size=[5, 2]").params()
                .get("model.layers.2.conv2d.kernel_size"));
    }

    @Test
    void identity_isOfTheSizesNotOfTheirSpelling() {
        String one = run("{conv2d: {filters: 16, kernel_size: 3}}").configId();
        assertEquals(one, run("conv2d: 16").configId());
        assertEquals(one, run("{type: conv2d, filters: 16, kernel_size: [3, 3], strides: [1, 1]}").configId());
        assertNotEquals(one, run("{conv2d: {filters: 16, kernel_size: [3, 4]}}").configId());
        assertNotEquals(one, run("{conv2d: {filters: 16, l2: 0.1}}").configId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kernel_size: 0          | kernel_size: 0 by 0 is not from 1 to 32,768 along both axes
        kernel_size: [3]        | kernel_size: '[3]' is no size; write a whole number from 1, or two of them as [height, width]
        kernel_size: [3, 1.5]   | kernel_size: '[3, 1.5]' is no size
        kernel_size: {a: 3}     | kernel_size: expected a whole number or a list of two, not a map
        kernel_size: [[3], 3]   | kernel_size: expected a whole number or a list of two, not a list
        padding: full           | padding: 'full' is not one of same, valid
        l2: -1                  | l2: -1 is not zero or a positive number
        groups: 0               | groups: 0 is not a positive number
        """)
    void wrongSizes_areToldWithTheirPlace(String setting, String message) {
        Problems problems = new Problems();
        String text = FILE.formatted("{conv2d: {filters: 16, " + setting + "}}");
        assertTrue(Experiment.parse("t.yaml", text, List.of(), false, problems).isEmpty());
        assertTrue(problems.render().contains("t.yaml:3:"), problems::render);
        assertTrue(problems.render().contains("model.layers.2.conv2d." + message), problems::render);
    }
}
