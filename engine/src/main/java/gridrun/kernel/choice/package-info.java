/** Which kernels this machine trains with. */
package gridrun.kernel.choice;
