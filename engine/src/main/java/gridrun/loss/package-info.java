/** Losses as records: what is minimized, and which tasks and output layers each of them suits. */
package gridrun.loss;
