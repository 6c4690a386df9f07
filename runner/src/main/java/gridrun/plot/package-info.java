/** Pictures of what was observed. This package alone uses AWT, JFreeChart and Batik. */
package gridrun.plot;
