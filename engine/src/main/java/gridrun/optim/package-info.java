/** Optimizers as records: update rules, each with its state and its usual learning rate. */
package gridrun.optim;
