/**
 * The Java DSL: an experiment is a Java program.
 *
 * <p>{@link gridrun.dsl.Words} has all words. What they say becomes the tree that a file becomes, so that sweeps,
 * overrides, identities, errors and runs are those of files.
 */
package gridrun.dsl;
