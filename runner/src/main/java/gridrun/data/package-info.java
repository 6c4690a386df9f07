/** Data sets as records: read or generated, split into parts, standardized, and known by their content. */
package gridrun.data;
