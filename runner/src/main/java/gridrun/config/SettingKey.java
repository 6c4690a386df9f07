package gridrun.config;

/**
 * A key that names a setting of the file, by its full name or a shorter one.
 *
 * <p>Records that implement it find themselves through {@code parse(String, Origin)}, which refuses a name with an
 * {@link IllegalArgumentException}.
 */
public interface SettingKey {

    /** The setting's full name. */
    String name();

    /** Where the key stands. */
    Origin origin();

    /** The name that messages and tables show. */
    String label();
}
