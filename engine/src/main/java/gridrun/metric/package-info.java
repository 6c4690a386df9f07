/** What is measured of a part of the data, and the names of that and of a run's figures. */
package gridrun.metric;
