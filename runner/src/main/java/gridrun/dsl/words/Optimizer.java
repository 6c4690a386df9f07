// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/**
 * An update rule: how a gradient moves the parameters.
 *
 * <p>All parameters of a network lie in one flat tensor, and so do their gradients and each kind of state, so a step is
 * one pass over memory. Order of use: {@code states()} tensors of zeros are made once, then {@code step} is called with
 * t = 1, 2, 3, …
 */
public interface Optimizer extends Said {
}
