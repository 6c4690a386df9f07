/** Pictures of what was observed. This package alone uses AWT and JFreeChart. */
package gridrun.plot;
