package gridrun.data;

import java.util.List;

/**
 * What a plan says of data: what they were taken for, and what may be other than their owner thinks.
 *
 * @param examples how many there are, for what
 * @param content inputs and target
 * @param warnings what is unusual, each with what to write
 */
public record Description(String examples, String content, List<String> warnings) {

    /** What can be said of any data. */
    static Description of(DatasetSpec spec) {
        Signature signature = spec.signature();
        String target = signature.task().isClassification()
                ? signature.task().classes() + " classes"
                : "a real target" + (spec.standardizesTargets() ? ", standardized" : "");
        String input = signature.input().rank() > 1 ? "inputs " + signature.input()
                : signature.input().size() == 1 ? "1 input" : "%,d inputs".formatted(signature.input().size());
        int examples = signature.train() + signature.validation() + signature.test();
        return new Description("%,d examples: %s".formatted(examples, parts(spec, "")), input + "; " + target,
                List.of());
    }

    /**
     * {@code 800 to train, 200 to validate}; of folds those of the first.
     *
     * @param from of where the test part is, or nothing
     */
    static String parts(DatasetSpec spec, String from) {
        Signature signature = spec.signature();
        return "%,d to train%s%s%s".formatted(signature.train(),
                signature.validation() == 0 ? "" : ", %,d to validate".formatted(signature.validation()),
                spec.folds() == 0 ? "" : " in each of %d folds".formatted(spec.folds()),
                signature.test() == 0 ? "" : ", %,d to test%s".formatted(signature.test(), from));
    }
}
