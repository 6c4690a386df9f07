package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    /** Bounds of every kind, those that hang on other settings among them. */
    record Example(
            int count,
            @Default("6") int samples,
            @Default("3") int classes,
            @Default("0.5") double share,
            @Default("null") Double rate,
            @Default("2") double power,
            @Default("1") double low,
            @Default("2") double high,
            @Default("false") boolean strict,
            @Default("1") double loose,
            @Default("[3]") List<Integer> widths,
            @Default("red") String colour,
            @Default("any") String word) {

        Example {
            Check.that(count >= -5 && count <= 7, "count", count, "from -5 to 7");
            Check.that(classes >= 2, "classes", classes, "from 2");
            Check.that(samples >= 2 * classes, "samples", samples, "two of each class");
            Check.fraction("share", share);
            Check.that(rate == null || rate > 0, "rate", rate, "positive");
            Check.that(power >= 1.5 && power <= 2.5, "power", power, "from 1.5 to 2.5");
            Check.that(high > low, "high", high, "above low");
            Check.that(!strict || loose > 0, "loose", loose, "positive where strict");
            widths.forEach(width -> Check.positive("widths", width));
            Check.that(List.of("red", "green").contains(colour), "colour", colour, "one of red, green");
            Check.that(!word.isEmpty(), "word", word, "a word");
        }
    }

    private static final RecordSchema EXAMPLE = (RecordSchema) Schema.of(Example.class);

    private static Parameter parameter(String name) {
        return EXAMPLE.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        count   | ' from -5 to 7'       | {minimum=-5.0, maximum=7.0}
        classes | ' from 2'             | {minimum=2.0}
        samples | ' from 4'             | {minimum=4.0}
        share   | ' from 0 to below 1'  | {minimum=0.0, exclusiveMaximum=1.0}
        rate    | ' above 0'            | {exclusiveMinimum=0.0}
        power   | ' from 1.5 to 2.5'    | {minimum=1.5, maximum=2.5}
        high    | ''                    | {}
        low     | ''                    | {}
        loose   | ''                    | {}
        widths  | ' from 1'             | {minimum=1.0}
        """)
    void interval_ofAParameter_isWhatTheConstructorAccepts(String name, String phrase, String keywords) {
        Interval interval = new Limits(EXAMPLE).interval(parameter(name));
        assertEquals(phrase, interval.phrase());
        assertEquals(keywords, interval.keywords().toString());
    }

    @Test
    void words_ofAText_areThoseThatARefusalLists() {
        assertEquals(List.of("red", "green"), new Limits(EXAMPLE).legal(parameter("colour")).words());
        assertEquals(List.of(), new Limits(EXAMPLE).legal(parameter("word")).words());
    }
}
