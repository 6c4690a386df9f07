package gridrun.dsl.phrase;

import gridrun.config.Tree;

/** What a Java program said of an experiment, as a file would say it. */
public interface Said {

    /** As a file would say it, each part with the line of the program. */
    Tree.Mapping tree();
}
