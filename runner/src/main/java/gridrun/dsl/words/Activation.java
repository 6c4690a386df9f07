// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/** A nonlinearity, applied to a layer's output. */
public interface Activation extends Said {
}
