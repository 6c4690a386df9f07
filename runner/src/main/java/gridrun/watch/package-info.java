/** A sweep in a browser while it runs: a server on this machine alone, which only reads the results. */
package gridrun.watch;
