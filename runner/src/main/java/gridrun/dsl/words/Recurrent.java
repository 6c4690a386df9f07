// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

/**
 * A layer whose units go along a sequence and see their own state of the step before.
 *
 * <p>Shapes: x {@code [batch, time, in]}; y {@code [batch, units]}, or {@code [batch, time, units]}.
 */
public interface Recurrent extends Layer {
}
