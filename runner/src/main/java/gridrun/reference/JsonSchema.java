package gridrun.reference;

import static gridrun.reference.SchemaForms.object;

import gridrun.config.RecordSchema;
import gridrun.experiment.ExperimentFile;
import java.util.Map;

/**
 * The JSON Schema of experiment files, for editors: completion, hints, and the mistakes that need no planning.
 *
 * <p>It is in draft 7, which the YAML language servers know best. It accepts whatever Gridrun accepts; what depends on
 * several settings, or on the data, only Gridrun itself finds.
 */
public final class JsonSchema {

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private JsonSchema() {
    }

    /** The schema as the text of a file. */
    public static String text() {
        RecordSchema top = ExperimentFile.top();
        SchemaForms forms = new SchemaForms();
        Map<String, Object> file = object("$schema", DRAFT, "title", "An experiment of Gridrun");
        file.putAll(new Extension(forms, Setting.below(top)).either(top));
        file.put("definitions", forms.definitions());
        return JsonText.of(file);
    }
}
