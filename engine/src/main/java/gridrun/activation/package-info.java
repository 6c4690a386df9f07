/** Activation functions as records, with the formulas of their values and derivatives. */
package gridrun.activation;
