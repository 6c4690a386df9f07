/**
 * Trials: what is promised of results and publishing, while processes are killed, servers fail and disks are full.
 *
 * <p>{@code mvn verify} has them in short, {@code mvn verify -Ptrials} in full.
 */
package gridrun.trial;
