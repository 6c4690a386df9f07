package gridrun.dsl.phrase;

import gridrun.config.Tree;
import gridrun.config.YamlWriter;
import java.util.function.UnaryOperator;

/**
 * Words and what was set of them, immutable: each setting returns a phrase of its own.
 *
 * <p>Nothing is checked when it is said. All mistakes are told at once, with their lines, when the experiment is
 * planned or run.
 *
 * @param <S> the phrase itself
 */
public abstract class Phrase<S> implements Said {

    private final Tree.Mapping said;

    protected Phrase(Tree.Mapping said) {
        this.said = said;
    }

    /** The same words with other settings. */
    protected abstract S of(Tree.Mapping changed);

    /** With a setting. */
    protected final S with(String key, Object value) {
        return change(key, before -> Values.tree(value, Place.here()));
    }

    /**
     * With a setting changed.
     *
     * @param change from what was said of it before, null for nothing
     */
    protected final S change(String key, UnaryOperator<Tree> change) {
        return of(said.with(key, Place.here().origin(), change.apply(said.get(key))));
    }

    /** With a setting of a part. */
    protected final S with(String part, String key, Object value) {
        return change(part, before -> map(before).with(key, Place.here().origin(), Values.tree(value, Place.here())));
    }

    /** What was said of a part so far. */
    protected final Tree.Mapping part(String... path) {
        Tree at = said;
        for (String key : path) {
            at = map(at).get(key);
        }
        return map(at);
    }

    private static Tree.Mapping map(Tree tree) {
        return tree instanceof Tree.Mapping map ? map : Blank.map();
    }

    @Override
    public final Tree.Mapping tree() {
        return said;
    }

    /** As a file would say it. */
    @Override
    public String toString() {
        return YamlWriter.flow(said);
    }
}
