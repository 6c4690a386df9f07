/** From planned runs to their results: what they cost, training them side by side, and what they leave behind. */
package gridrun.execute;
