/** Configurations compared in the seeds that they share: differences, tests, marks, and what can be said in words. */
package gridrun.comparison;
