/** What a run that is cut off goes on from. */
package gridrun.checkpoint;
