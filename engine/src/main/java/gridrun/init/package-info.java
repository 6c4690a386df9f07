/** Initializers: the distributions that weights are drawn from before the first step. */
package gridrun.init;
