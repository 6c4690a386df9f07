package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.SettingKey;

/**
 * A key that names a setting which smoke settings and the command line can change.
 *
 * @param name in full, {@code sweep.seeds}
 * @param origin where it stands
 */
record Overridden(String name, Origin origin) implements SettingKey {

    static Overridden parse(String key, Origin origin) {
        return new Overridden(Keys.override(key), origin);
    }

    /** Names tell keys apart; see {@link gridrun.config.Structure}. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String label() {
        return Keys.varies(name) ? Keys.label(name) : name;
    }
}
