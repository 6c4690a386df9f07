package gridrun.reference;

import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.Schema;
import gridrun.config.VariantSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter of a record.
 *
 * @param owner the record
 * @param parameter its parameter
 */
record Setting(RecordSchema owner, Parameter parameter) {

    /** All settings by their full names; a name below a choice between records can be a setting of several. */
    static Map<String, List<Setting>> below(RecordSchema top) {
        Map<String, List<Setting>> settings = new LinkedHashMap<>();
        collect(top, "", settings);
        return settings;
    }

    private static void collect(RecordSchema owner, String path, Map<String, List<Setting>> settings) {
        for (Parameter parameter : owner.parameters()) {
            String name = path + parameter.name();
            settings.computeIfAbsent(name, key -> new ArrayList<>()).add(new Setting(owner, parameter));
            records(parameter.schema()).forEach(record -> collect(record, name + ".", settings));
        }
    }

    /** The records that a value can be, lists apart. */
    static List<RecordSchema> records(Schema schema) {
        if (schema instanceof RecordSchema record) {
            return List.of(record);
        }
        return schema instanceof VariantSchema union ? List.copyOf(union.variants().values()) : List.of();
    }
}
