/**
 * What an experiment file may say, told to people and to editors: on the terminal, in {@code docs/reference.md} and in
 * {@code docs/experiment.schema.json}.
 *
 * <p>All of it is made from the records that a file becomes. Names, types and defaults are the records'; bounds are
 * found by asking their constructors ({@link gridrun.reference.Limits}); the words are their javadoc's, which a test
 * keeps in the resource that {@link gridrun.reference.Words} reads.
 */
package gridrun.reference;
