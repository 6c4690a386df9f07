package gridrun.experiment;

/** Of which results pictures are drawn without being asked for. Whatever is not drawn can be drawn at any time. */
public enum PlotPolicy {

    /** Of the sweep, and of every run. */
    ALL,
    /** Of the sweep, and of each configuration's best, median and worst run. */
    BEST,
    /** Of nothing. */
    NONE
}
