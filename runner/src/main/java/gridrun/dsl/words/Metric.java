// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.dsl.phrase.Said;

/**
 * What is measured of n examples with targets t, for which the network answers y: of the training part over an epoch's
 * batches, each before its step, while weights change and dropout drops; behind {@code val_} of the validation part
 * after the epoch; behind {@code test_} of the test part by the weights that are kept.
 *
 * <p>A metric is one record, and one word in the list of what is permitted here.
 */
public interface Metric extends Said {
}
