// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/** How a parameter tensor gets its initial values, as a file may choose. */
public interface Initializer extends Said {
}
