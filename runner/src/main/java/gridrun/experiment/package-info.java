/**
 * From an experiment file to the runs it asks for.
 *
 * <p>{@link gridrun.experiment.Experiment#read} does it all: file, smoke settings, command line, expansion on the tree,
 * binding. What comes out are values; everything that a run's numbers depend on is in its {@link
 * gridrun.experiment.RunSpec}.
 */
package gridrun.experiment;
