// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * A learnt row of numbers for each of so many ids, such as the words of a vocabulary: {@code y = W[x, :]}.
 *
 * <p>Ids are read as the data have them, so that before this layer there can be {@code reshape} and {@code flatten}
 * alone. Numbers that are no ids are an error before training, or when the file is read if its data need no download.
 *
 * <p>Shapes: x {@code [batch, time]}: whole numbers in {@code [0, input_dim)}, which are data; W
 * {@code [input_dim, output_dim]}; y {@code [batch, time, output_dim]}.
 */
public final class Embedding extends Phrase<Embedding> implements Layer {

    Embedding(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Embedding of(Tree.Mapping changed) {
        return new Embedding(changed);
    }

    /**
     * How many ids there are.
     *
     * @param inputDim whole number from 1; required
     */
    public Embedding inputDim(int inputDim) {
        return with("input_dim", inputDim);
    }

    /**
     * The width of a row.
     *
     * @param outputDim whole number from 1; required
     */
    public Embedding outputDim(int outputDim) {
        return with("output_dim", outputDim);
    }

    /**
     * Of W, whatever the model's.
     *
     * @param init one of the initializers; by default {@code random_normal}
     */
    public Embedding init(Initializer init) {
        return with("init", init);
    }
}
