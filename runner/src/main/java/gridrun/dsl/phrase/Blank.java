package gridrun.dsl.phrase;

import gridrun.config.Origin;
import gridrun.config.Tree;

/** What phrases begin with. */
public final class Blank {

    private Blank() {
    }

    /** A map of which nothing is set. */
    public static Tree.Mapping map() {
        return Tree.Mapping.empty(Place.here().origin());
    }

    /** One of several types, of which nothing is set. */
    public static Tree.Mapping of(String type) {
        Origin here = Place.here().origin();
        return Tree.Mapping.empty(here).with("type", here, Tree.Scalar.plain(type, here));
    }
}
