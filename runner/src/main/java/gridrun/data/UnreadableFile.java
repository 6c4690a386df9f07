package gridrun.data;

import gridrun.text.Visible;

/** A file that a data set's setting names is missing or not as it should be; the message says where and how. */
public final class UnreadableFile extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String setting;

    /**
     * @param setting the data set's, as an experiment file has it
     * @param message names the file, and line, column and value where there are any
     */
    UnreadableFile(String setting, String message) {
        super(Visible.message(message));
        this.setting = setting;
    }

    /** The setting's name within the data set, as an experiment file has it. */
    public String setting() {
        return setting;
    }
}
