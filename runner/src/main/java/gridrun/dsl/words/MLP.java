// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** A multilayer perceptron: dense layers of the given widths, one after another. */
public final class MLP extends Phrase<MLP> implements ModelSpec {

    MLP(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MLP of(Tree.Mapping changed) {
        return new MLP(changed);
    }

    /**
     * The widths of the hidden layers; none makes a linear model.
     *
     * @param hidden list of whole numbers from 1; required
     */
    public MLP hidden(int... hidden) {
        return with("hidden", hidden);
    }

    /**
     * Of the hidden layers.
     *
     * @param activation one of the activations; by default {@code relu}
     */
    public MLP activation(Activation activation) {
        return with("activation", activation);
    }

    /**
     * Of all weights, those of the output layer among them.
     *
     * @param init one of the initializers; by default {@code glorot_uniform}
     */
    public MLP init(Initializer init) {
        return with("init", init);
    }

    /**
     * The share dropped after each hidden layer.
     *
     * @param dropout number from 0 to below 1; by default {@code 0}
     */
    public MLP dropout(double dropout) {
        return with("dropout", dropout);
    }

    /**
     * The activation of the output layer; null where it follows from the loss.
     *
     * @param output one of the activations
     */
    public MLP output(Activation output) {
        return with("output", output);
    }
}
