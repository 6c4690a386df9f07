package gridrun.nn;

/**
 * A layer of somebody else's: it has no name in experiment files, but is trained, checked and observed like every
 * other.
 *
 * <p>{@code docs/custom_layers.md} shows how one is written.
 */
public non-sealed interface CustomLayer extends Layer {
}
