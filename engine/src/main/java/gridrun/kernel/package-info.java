/**
 * What computes: matrix products, element by element operations, convolutions, recurrences and updates.
 *
 * <p>The interfaces say what is computed; the plain implementations say it in loops and are what every other one is
 * compared with, to the bit. {@link gridrun.kernel.choice.KernelChoice} takes the fastest that this JVM can run.
 */
package gridrun.kernel;
