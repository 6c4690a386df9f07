package gridrun.plot;

import java.util.Locale;

/** What a picture is written as. */
public enum PictureFormat {

    /** Pixels: what the report and MLflow show. Every picture is drawn so. */
    PNG,

    /** Lines, and letters that stay letters: for print and for slides. */
    SVG;

    /** As it is written on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file of a picture of this name. */
    public String file(String picture) {
        return picture + "." + word();
    }
}
