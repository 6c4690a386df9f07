/** The names of what is measured: of an epoch, of a run, of a part of the data. */
package gridrun.metric;
