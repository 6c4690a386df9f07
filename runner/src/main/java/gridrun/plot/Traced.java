package gridrun.plot;

import gridrun.plot.Picture.Panel;
import java.util.List;

/**
 * A panel with its vertical axis and what is drawn along that, which take a while to find.
 *
 * @param traces from the top down
 */
record Traced(Panel panel, Scale scale, List<Trace> traces) {

    static Traced of(Panel panel) {
        Scale scale = Scale.of(panel);
        return new Traced(panel, scale, Trace.of(panel, scale));
    }
}
