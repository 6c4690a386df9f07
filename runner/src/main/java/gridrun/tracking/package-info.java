/**
 * MLflow: the projection of the store that people look at, and the only HTTP beside the download of data sets.
 *
 * <p>Nothing here is ever waited for by training. What a server has acknowledged is marked in the store, so that a
 * publisher can be killed, started again and repeated at will.
 */
package gridrun.tracking;
