package gridrun.nn;

/**
 * A layer of somebody else's, trained, checked and observed like every other.
 *
 * <p>A record with a {@link gridrun.component.Version} is known to experiment files by its class,
 * {@code type: com.example.MyLayer}, and its components are settings. Any other implementation can be used in a
 * program. {@code docs/custom_layers.md} shows how one is written.
 */
public non-sealed interface CustomLayer extends Layer {

    /** Always, for nobody else knows; one that reads any numbers says no, and images stay the bytes that they are. */
    @Override
    default boolean isParticular() {
        return true;
    }
}
