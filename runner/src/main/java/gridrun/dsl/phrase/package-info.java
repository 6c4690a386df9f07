/** What the words of the Java DSL are made of: each remembers what was said, as a file would say it, and where. */
package gridrun.dsl.phrase;
