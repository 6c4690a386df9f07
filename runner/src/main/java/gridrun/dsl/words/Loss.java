// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/**
 * What training minimizes: one number an example, whose mean over the batch is the objective.
 *
 * <p>A loss also says what the output layer looks like for a task, so that a file need not.
 */
public interface Loss extends Said {
}
