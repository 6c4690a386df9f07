/**
 * The kernels on the Vector API, alone and on a team of threads; the only package that imports the incubator module.
 *
 * <p>Their bits are those of the plain kernels, for any vector width and any number of threads.
 */
package gridrun.kernel.vector;
