// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** All ones: right for the scale of a normalization, which then begins by changing nothing. */
public final class Ones extends Phrase<Ones> implements Initializer {

    Ones(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Ones of(Tree.Mapping changed) {
        return new Ones(changed);
    }
}
