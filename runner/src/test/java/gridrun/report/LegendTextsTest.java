package gridrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegendTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{type: sgd} | sgd", "{type: sgd, momentum: 0.9} | sgd (momentum: 0.9)",
        "{exponential: 0.8} | exponential (0.8)", "{orthogonal: 1.4} | orthogonal (1.4)",
        "{adamw: {weight_decay: 0.01}} | adamw (weight_decay: 0.01)",
        "{adam: {beta1: 0.8, beta2: 0.9}} | adam (beta1: 0.8, beta2: 0.9)",
        "[flatten, {dense: 64}] | [flatten, {dense: 64}]",
        "{a: 1, b: 2} | {a: 1, b: 2}", "{a: {b: {c: 1}}} | {a: {b: {c: 1}}}", "relu | relu",
        "0.000316227766 | 0.000316"})
    void valuesWithSettings_areWrittenAlike(String value, String text) {
        assertEquals(text, LegendTexts.brief(value));
    }
}
