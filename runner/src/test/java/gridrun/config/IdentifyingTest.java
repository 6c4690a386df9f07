package gridrun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.component.Default;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTest {

    /** A choice, so that records within lists and choices are met too. */
    sealed interface Part permits Old {
    }

    record Old(@Default("1") int first, @Default(value = "0.5", identifies = false) double later,
            @Default("[]") List<Part> parts) implements Part {
    }

    record Whole(@Default("old") Part part, @Default(value = "auto", identifies = false) String mode) {
    }

    private static String json(String yaml) {
        Problems problems = new Problems();
        Tree given = new YamlReader(problems).text("test", yaml).orElseThrow();
        Whole whole = Schema.bind(Whole.class, given, "", problems, Settings.NONE).orElseThrow();
        return CanonicalJson.of(Schema.identifying(Whole.class, Schema.write(Whole.class, whole)));
    }

    @ParameterizedTest
    @DisplayName("A setting that came later is no part of an identity where it stands at its default, wherever it is")
    @ValueSource(strings = {"{part: old}", "{part: {type: old, later: 0.50}}", "{mode: auto}"})
    void later_atItsDefault_isLeftOut(String yaml) {
        assertEquals("{\"part\":{\"first\":1,\"parts\":[],\"type\":\"old\"}}", json(yaml));
    }

    @Test
    void later_withAnotherValue_isPartOfTheIdentity() {
        assertEquals("{\"mode\":\"other\",\"part\":{\"first\":1,\"parts\":[],\"type\":\"old\"}}",
                json("{mode: other}"));
    }

    @Test
    void later_inAList_isToldApartItemByItem() {
        assertEquals("{\"part\":{\"first\":1,\"later\":0.75,\"parts\":[{\"first\":2,\"parts\":[],\"type\":\"old\"},"
                + "{\"first\":1,\"later\":2,\"parts\":[],\"type\":\"old\"}],\"type\":\"old\"}}",
                json("{part: {type: old, later: 0.75, parts: [{old: {first: 2, later: 0.5}}, {old: {later: 2}}]}}"));
    }
}
