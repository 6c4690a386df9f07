// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The area under the curve of the receiver operating characteristic, of two classes: how often an example of class 1
 * has a larger output than one of class 0, where equal ones count one half.
 *
 * <p>It is no number where all examples are of one class. Outputs are compared before a sigmoid or softmax, which makes
 * equal what is large.
 *
 * <p>Source: Hanley and McNeil, The meaning and use of the area under a receiver operating characteristic (ROC) curve,
 * 1982.
 */
public final class AUC extends Phrase<AUC> implements Metric {

    AUC(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected AUC of(Tree.Mapping changed) {
        return new AUC(changed);
    }
}
