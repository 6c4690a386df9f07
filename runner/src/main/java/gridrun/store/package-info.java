/**
 * The truth about every run: {@code results/gridrun.db} (SQLite) and the files beside it.
 *
 * <p>Training hands events over and goes on; one writer commits them in groups. Terminal, report and MLflow are
 * projections of what stands here and can be made again at any time.
 */
package gridrun.store;
