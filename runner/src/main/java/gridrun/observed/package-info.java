/** What was observed of runs, as values and tables: curves, layers, gradients, classes, predictions, time. */
package gridrun.observed;
