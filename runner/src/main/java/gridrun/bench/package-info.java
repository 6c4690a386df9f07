/**
 * What the command {@code bench} measures: the processor's ceiling, kernels as a share of it, and training steps.
 *
 * <p>The workloads are in {@code workloads.yaml} beside these classes; {@code engine/benchmarks/peers.py} trains the
 * same with other libraries.
 */
package gridrun.bench;
