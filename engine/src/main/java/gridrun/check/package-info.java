/** Gradient checking: what backpropagation computes beside central differences, in float64. */
package gridrun.check;
