// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/**
 * A layer: hyper-parameters, and how they become operations on a graph.
 *
 * <p>The permitted types are the registry: each is one record in one file, known to experiment files by its name in
 * snake case; a {@code CustomLayer} goes by its class there, as {@code type: com.example.MyLayer}.
 */
public interface Layer extends Said {
}
