/** What the axes of a sweep have to do with its results: an analysis of variance of a full grid. */
package gridrun.effect;
