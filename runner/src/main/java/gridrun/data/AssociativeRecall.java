package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.random.Rng;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.stream.IntStream;

/**
 * Associative recall: pairs of a key and a value, then one of the keys; which value belongs to it? Attention can look
 * it up, a recurrent network has to carry all pairs in its state.
 *
 * <p>Inputs have the shape {@code [pairs + 1]} and are ids for an embedding of {@code symbols² + symbols} rows: a pair
 * is {@code key · symbols + value}, the question {@code symbols² + key}. The keys of a sequence differ, values may
 * repeat; example i has the answer {@code i mod symbols}, which is its class. Guessing is right once in
 * {@code symbols}, naming one of the values shown about once in {@code pairs}. Source: Graves, Wayne and Danihelka,
 * Neural Turing machines, 2014, section 4.3; Arora et al., Zoology: measuring and improving recall in efficient
 * language models, 2023; here a key and its value are one step, as the binding of neighbours is another task.
 *
 * <p>Example: {@code data: {type: associative_recall, pairs: 4, symbols: 8}}
 *
 * @param samples the number of sequences
 * @param pairs how many a sequence shows, at most one for each symbol
 * @param symbols how many keys there are, and how many values
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record AssociativeRecall(
        @Default("20000") int samples,
        @Default("8") int pairs,
        @Default("16") int symbols,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    /** That is a million ids; float32 has every whole number up to sixteen million. */
    private static final int MOST_SYMBOLS = 1000;

    public AssociativeRecall {
        Check.that(symbols >= 2 && symbols <= MOST_SYMBOLS, "symbols", symbols,
                "a whole number from 2 to " + MOST_SYMBOLS);
        Check.that(pairs >= 1 && pairs <= MOST_SYMBOLS, "pairs", pairs, "a whole number from 1 to " + MOST_SYMBOLS);
        Synthetic.check(samples, symbols, 0);
        Synthetic.checkParts(symbols, validation, test, folds);
        Synthetic.checkSize(samples, test, pairs + 1);
        Check.that(symbols >= pairs, "symbols", symbols,
                "at least %d, a key of its own for each of the pairs".formatted(pairs));
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(pairs + 1), Task.classification(symbols), samples, this,
                Synthetic.fresh(test));
    }

    @Override
    public double testShare() {
        return Synthetic.share(test);
    }

    @Override
    public String fingerprint() {
        return "associative_recall-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        return Synthetic.splits(this, samples, test, draw, (count, data) -> examples(data));
    }

    private Synthetic.Generator examples(Rng data) {
        int[] keys = IntStream.range(0, symbols).toArray();
        return (i, row) -> {
            data.shuffle(keys);
            int asked = data.nextInt(pairs);
            int answer = i % symbols;
            for (int pair = 0; pair < pairs; pair++) {
                row[pair] = keys[pair] * symbols + (pair == asked ? answer : data.nextInt(symbols));
            }
            row[pairs] = symbols * symbols + keys[asked];
            return answer;
        };
    }
}
