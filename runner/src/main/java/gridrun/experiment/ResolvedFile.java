package gridrun.experiment;

import gridrun.config.AnnotatedWriter;
import gridrun.config.Origin;
import gridrun.config.Schema;
import gridrun.config.Tree;
import java.util.List;
import java.util.Set;

/**
 * A file with all that it extends, the smoke settings and the command line applied, and every default written out.
 *
 * <p>As a file it asks for the same runs; after {@code --smoke} it is the experiment of the smoke runs, without
 * smoke settings, and with those expectations alone that hold there.
 *
 * @param tree every value with its origin
 * @param smoke the places of the smoke settings that are applied
 */
public record ResolvedFile(Tree.Mapping tree, Set<Origin> smoke) {

    static ResolvedFile of(ExperimentDraft draft, String name, boolean smoke) {
        Tree.Mapping tree = draft.tree();
        Set<Origin> places = Set.of();
        if (smoke) {
            places = tree.get("smoke") == null ? Set.of() : CellProblems.origins(tree.get("smoke"));
            Tree.Scalar old = (Tree.Scalar) tree.get("name");
            tree = withSmokeExpectations(tree.without("smoke")).with("name", tree.entries().get("name").keyOrigin(),
                    new Tree.Scalar(old.kind(), name, old.origin()));
        }
        Tree.Mapping complete = (Tree.Mapping) Schema.complete(ExperimentSpec.class, tree);
        return new ResolvedFile(complete.without("extends"), places);
    }

    private static Tree.Mapping withSmokeExpectations(Tree.Mapping tree) {
        if (!(tree.get("expect") instanceof Tree.Sequence list)) {
            return tree;
        }
        List<Tree> kept = list.items().stream()
                .filter(item -> Expectation.parse(((Tree.Scalar) item).text()).smoke()).toList();
        return kept.isEmpty() ? tree.without("expect")
                : tree.with("expect", tree.entries().get("expect").keyOrigin(), new Tree.Sequence(kept, list.origin()));
    }

    /** The text of the file, behind each value where it comes from: a place, the command line, or the default. */
    public String text() {
        return AnnotatedWriter.text(tree, origin -> (smoke.contains(origin) ? "smoke, " : "") + origin);
    }
}
