// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** The learning rate as it is, all the time. */
public final class Constant extends Phrase<Constant> implements Schedule {

    Constant(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Constant of(Tree.Mapping changed) {
        return new Constant(changed);
    }
}
