package gridrun.config;

/** A tree left as it is, for parts of a file that are bound later. */
public final class TreeSchema extends Schema {

    @Override
    Object bind(Tree tree, BindContext place) {
        return tree;
    }

    @Override
    Tree write(Object value) {
        return (Tree) value;
    }

    @Override
    String expected() {
        return "a value";
    }
}
