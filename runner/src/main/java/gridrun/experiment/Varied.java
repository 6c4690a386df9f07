package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.SettingKey;

/**
 * A key that names a setting of a run's configuration, so that it can vary.
 *
 * @param name in full, {@code train.learning_rate}
 * @param origin where it stands
 */
record Varied(String name, Origin origin) implements SettingKey {

    static Varied parse(String key, Origin origin) {
        return new Varied(Keys.axis(key), origin);
    }

    /** Names tell keys apart; see {@link gridrun.config.Structure}. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String label() {
        return Keys.label(name);
    }
}
