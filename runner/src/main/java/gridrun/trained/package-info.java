/** Trained networks: a {@link gridrun.trained.Model} answers rows, with what its run kept and without its data. */
package gridrun.trained;
