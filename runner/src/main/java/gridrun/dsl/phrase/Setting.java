package gridrun.dsl.phrase;

import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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

    public Setting {
        Objects.requireNonNull(name, "the name of what is set is null");
    }

    /**
     * A map of settings by their names.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Tree.Mapping map(List<Setting> settings) {
        return put(Tree.Mapping.empty(Place.here().origin()), settings);
    }

    /**
     * A map with further settings, each in the place of an earlier one of its name.
     *
     * @throws IllegalArgumentException if two of them have the same name
     */
    public static Tree.Mapping put(Tree.Mapping map, List<Setting> settings) {
        Tree.Mapping changed = map;
        Set<String> said = new HashSet<>();
        for (Setting setting : settings) {
            if (!said.add(setting.name)) {
                throw new IllegalArgumentException("%s is said twice, the second time as %s".formatted(setting.name,
                        FlatNames.text(setting.value)));
            }
            changed = changed.with(setting.name, setting.keyOrigin, setting.value);
        }
        return changed;
    }

    @Override
    public String toString() {
        return name + "=" + FlatNames.text(value);
    }
}
