package gridrun.dsl.phrase;

import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Tree;
import java.util.List;

/**
 * What is said of a setting by its name: a value, or several in turn.
 *
 * @param name short or in full
 * @param keyOrigin where it was named
 * @param value as a file would say it
 */
public record Setting(String name, Origin keyOrigin, Tree value) {

    /** One value. */
    public static Setting of(Key<?> key, Object value) {
        return of(key.label(), value);
    }

    /** One value of what has this name. */
    public static Setting of(String name, Object value) {
        Place here = Place.here();
        return new Setting(name, here.origin(), Values.tree(value, here));
    }

    /** A map of settings by their names. */
    public static Tree.Mapping map(List<Setting> settings) {
        return put(Tree.Mapping.empty(Place.here().origin()), settings);
    }

    /** A map with further settings. */
    public static Tree.Mapping put(Tree.Mapping map, List<Setting> settings) {
        Tree.Mapping changed = map;
        for (Setting setting : settings) {
            changed = changed.with(setting.name, setting.keyOrigin, setting.value);
        }
        return changed;
    }

    @Override
    public String toString() {
        return name + "=" + FlatNames.text(value);
    }
}
