/** The words of the Java DSL: generated from the records that files become, a class for each, and never written. */
package gridrun.dsl.words;
