// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/**
 * How the learning rate changes while a network trains, as a factor of {@code learning_rate}.
 *
 * <p>A factor is taken before every step. Time is counted in epochs as a fraction: the first step is at 0, and with 100
 * steps an epoch the next is at 0.01. So a curve is smooth however long an epoch is, and at whole epochs it has the
 * values that PyTorch's scheduler of the kind has after so many calls.
 */
public interface Schedule extends Said {
}
