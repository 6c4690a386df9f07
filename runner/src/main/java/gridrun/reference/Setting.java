package gridrun.reference;

import gridrun.config.Composite;
import gridrun.config.Parameter;
import gridrun.config.Schema;
import gridrun.config.Union;
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
record Setting(Composite owner, Parameter parameter) {

    /** All settings by their full names; a name below a choice between records can be a setting of several. */
    static Map<String, List<Setting>> below(Composite top) {
        Map<String, List<Setting>> settings = new LinkedHashMap<>();
        collect(top, "", settings);
        return settings;
    }

    private static void collect(Composite owner, String path, Map<String, List<Setting>> settings) {
        for (Parameter parameter : owner.parameters()) {
            String name = path + parameter.name();
            settings.computeIfAbsent(name, key -> new ArrayList<>()).add(new Setting(owner, parameter));
            records(parameter.schema()).forEach(record -> collect(record, name + ".", settings));
        }
    }

    /** The records that a value can be, lists apart. */
    static List<Composite> records(Schema schema) {
        if (schema instanceof Composite record) {
            return List.of(record);
        }
        return schema instanceof Union union ? List.copyOf(union.variants().values()) : List.of();
    }
}
