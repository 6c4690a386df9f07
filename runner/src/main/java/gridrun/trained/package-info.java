/** Trained networks: their weights in a file, and what they answer. */
package gridrun.trained;
