package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gridrun.experiment.ExperimentFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the schema for files that extend another; the validator is asked through a file that names one. */
@Tag("slow")
class ExtensionTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        SchemaForms forms = new SchemaForms();
        Map<String, Object> schema = new LinkedHashMap<>(
                new Extension(forms, Setting.below(ExperimentFile.top())).either(ExperimentFile.top()));
        Map<Object, Object> keys = new LinkedHashMap<>((Map<?, ?>) schema.get("properties"));
        keys.put(Extension.KEY, Map.of("type", "string"));
        schema.put("properties", keys);
        schema.put("definitions", forms.definitions());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(JsonText.of(schema));
    }

    private static List<Error> errors(String text) {
        return SCHEMA.validate(text, InputFormat.YAML);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "model: {activation: tanh}", "model: {type: mlp, activation: tanh}", "train: {epochs: 3, l2: null}",
        "train: {optimizer: {momentum: 0.9}}", "train: {early_stopping: null}", "sweep: null", "data: {noise: 0.1}",
        "data: circles", "name: other"})
    void partOfAMap_inAFileThatExtendsAnother_isAccepted(String change) {
        assertEquals(List.of(), errors("extends: base.yaml\n" + change));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "modle: {activation: tanh}", "model: {activations: tanh}", "train: {epochs: 0}",
        "train: {optimizer: {momentum: 1}}",
        "train: {optimizer: {type: sdg}}", "data: circle"})
    void mistake_inAFileThatExtendsAnother_isRefused(String change) {
        assertFalse(errors("extends: base.yaml\n" + change).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model: {activation: tanh}", "train: {epochs: 3}"})
    void partOfAMap_inAFileThatExtendsNone_isRefused(String change) {
        assertFalse(errors("name: t\ndata: moons\n" + change).isEmpty());
    }
}
