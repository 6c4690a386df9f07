/** Threads that share the work of one operation. */
package gridrun.parallel;
