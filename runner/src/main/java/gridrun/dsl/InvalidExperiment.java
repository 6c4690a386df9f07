package gridrun.dsl;

import gridrun.config.Problem;
import gridrun.config.Problems;
import java.util.List;

/** All that is wrong with an experiment, each mistake with the line of the program that says it. Nothing was run. */
public final class InvalidExperiment extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidExperiment(Problems problems) {
        super(problems.render().stripTrailing());
        this.problems = List.copyOf(problems.inOrder());
    }

    /** The mistakes, in the order of the program. */
    public List<Problem> problems() {
        return problems;
    }
}
