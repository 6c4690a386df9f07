/**
 * Layers, and the networks that are made of them.
 *
 * <p>{@link gridrun.nn.Architecture} is a network on paper, traced by shapes alone; {@link gridrun.nn.Network} has
 * parameters and programs.
 */
package gridrun.nn;
