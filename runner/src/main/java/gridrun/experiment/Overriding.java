package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.config.Tree;

/** What an override makes of a setting: a value, a race for its seeds, or values that it takes in turn. */
sealed interface Overriding permits Overriding.Given, Race, AxisValues {

    /**
     * A value; which values are right depends on the setting.
     *
     * @param value as the file has it
     */
    @Bare
    record Given(Tree value) implements Overriding {
    }
}
