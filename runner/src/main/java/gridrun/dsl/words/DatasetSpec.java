// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/**
 * A data set as an experiment file names it.
 *
 * <p>To add one: write a record whose components are its settings, each with its default, and add its name to the
 * {@code permits} clause. Synthetic data are a pure function of the record and of the stream they are drawn from, to
 * the bit, on every JDK. A {@code CustomDataset} goes by its class, as {@code type: com.example.MyData}.
 */
public interface DatasetSpec extends Said {
}
