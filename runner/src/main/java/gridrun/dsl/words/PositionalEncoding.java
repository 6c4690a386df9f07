// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.nn.PositionalEncoding.Kind;

/**
 * Adds to each step of a sequence numbers that tell its place, {@code y = x + P}, for attention itself sees no order.
 *
 * <p>The sinusoidal P has {@code sin(t / 10000^(2 i / features))} in column {@code 2 i} and the cosine of the same
 * angle in column {@code 2 i + 1}. The learnt one begins normal with a deviation of 0.02. Sources: Vaswani et al.,
 * Attention is all you need, 2017; Devlin et al., BERT, 2019, for the learnt one.
 *
 * <p>Shapes: x, y {@code [batch, time, features]}; P {@code [time, features]}.
 */
public final class PositionalEncoding extends Phrase<PositionalEncoding> implements Layer {

    PositionalEncoding(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected PositionalEncoding of(Tree.Mapping changed) {
        return new PositionalEncoding(changed);
    }

    /**
     * Whether P is computed or learnt.
     *
     * @param kind {@code sinusoidal} or {@code learned}; by default {@code sinusoidal}
     */
    public PositionalEncoding kind(Kind kind) {
        return with("kind", kind);
    }
}
