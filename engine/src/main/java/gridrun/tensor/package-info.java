/** Shapes, and tensors as parts of one memory. */
package gridrun.tensor;
