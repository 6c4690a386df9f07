/**
 * The training loop: batches, steps, metrics of each epoch, early stopping, and prediction.
 *
 * <p>It does no I/O and reads no clock.
 */
package gridrun.train;
