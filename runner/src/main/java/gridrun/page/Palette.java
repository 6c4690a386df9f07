package gridrun.page;

/** Colours of configurations, by rank: those of the pictures (Okabe and Ito, Color universal design, 2008). */
final class Palette {

    private static final int COLOURS = 8;

    private Palette() {
    }

    /** A colour that the page's style defines, light or dark. */
    static String of(int configuration) {
        return "var(--c%d)".formatted(configuration % COLOURS);
    }
}
