/** Two sweeps, configurations or runs side by side: what differs in what they are, and in what they come to. */
package gridrun.contrast;
