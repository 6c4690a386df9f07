/**
 * What every component is made of: its name, its defaults, and the checks of its settings.
 *
 * <p>A component is a record that a file can name: a layer, an optimizer, a data set. Nothing here knows of neural
 * networks.
 */
package gridrun.component;
