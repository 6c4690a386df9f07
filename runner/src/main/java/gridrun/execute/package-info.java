/** Trains the runs of a plan, several at once, and records each in the store. */
package gridrun.execute;
