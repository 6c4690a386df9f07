/** What a network learns: the examples with their targets, the task they pose, and the scale of the targets. */
package gridrun.task;
