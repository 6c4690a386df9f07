/** The files that runs and sweeps leave behind: configuration, metrics, weights, tables and pictures. */
package gridrun.artifact;
