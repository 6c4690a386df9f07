// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/** The architecture of a network without its output layer, which follows from the data and the loss. */
public interface ModelSpec extends Said {
}
