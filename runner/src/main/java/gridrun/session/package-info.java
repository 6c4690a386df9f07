/**
 * Experiments run by a program: from a plan to a conclusion, told to a listener on the way. The command line is one
 * caller of it.
 */
package gridrun.session;
