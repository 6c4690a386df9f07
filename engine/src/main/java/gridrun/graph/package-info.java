/**
 * Automatic differentiation: operations, and the program of a network's forward and backward pass.
 *
 * <p>{@link gridrun.graph.Graph} records operations on shapes; {@link gridrun.graph.Program} lays their tensors into
 * one arena and runs them. Each operation has its forward formula beside its backward one.
 */
package gridrun.graph;
