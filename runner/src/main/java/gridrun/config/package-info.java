/**
 * Experiment files as trees that know where every value stands, and trees as records.
 *
 * <p>Order of use: {@link gridrun.config.YamlReader} reads a {@link gridrun.config.Tree},
 * {@link gridrun.config.Settings} changes it by full names, {@link gridrun.config.Schema} binds it to a record and
 * writes a record back; every error goes to {@link gridrun.config.Problems}, so that all are shown at once. Nothing
 * here knows of neural networks.
 */
package gridrun.config;
