/** State that outlives its objects: taken at one moment, kept anywhere, put back into new ones. */
package gridrun.archive;
