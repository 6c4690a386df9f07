package gridrun.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.function.Consumer;

/** What a picture is drawn on by hand: white paper with a title and what is said below it. */
final class Paper {

    static final int WIDTH = 800;
    static final int MARGIN = 16;
    static final int LINE = 25;
    private static final int ASCENT = 14;

    private final Graphics2D measure = Plot.measure();
    private final int width;
    private final Font titled;
    private final List<String> title;
    private final List<String> note;

    /** @param note what is shown and how; null where nothing need be said */
    Paper(String title, String note) {
        this(title, note, WIDTH);
    }

    /** Narrower paper, or wider. */
    Paper(String title, String note, int width) {
        this.width = width;
        this.titled = width < WIDTH ? Theme.SMALL_TITLE : Theme.TITLE;
        this.title = Theme.lines(title, titled, measure, width - 2 * MARGIN);
        this.note = note == null ? List.of() : Theme.lines(note, Theme.TEXT_FONT, measure, width - 2 * MARGIN);
    }

    /** Where the picture begins. */
    int top() {
        return MARGIN + LINE * (title.size() + note.size());
    }

    int width(String text, Font font) {
        return Theme.width(text, font, measure);
    }

    /** The picture. */
    Plot plot(int height, Consumer<Graphics2D> content) {
        return new Plot(width, height, graphics -> {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            for (int i = 0; i < title.size(); i++) {
                words(graphics, title.get(i), titled, MARGIN, MARGIN + ASCENT + i * LINE);
            }
            for (int i = 0; i < note.size(); i++) {
                words(graphics, note.get(i), Theme.TEXT_FONT, MARGIN, MARGIN + ASCENT + (title.size() + i) * LINE);
            }
            content.accept(graphics);
        });
    }

    /** Text from a place on. */
    static void words(Graphics2D graphics, String text, Font font, int x, int baseline) {
        graphics.setFont(font);
        graphics.setColor(Theme.TEXT);
        graphics.drawString(text, x, baseline);
    }

    /** Text around a place. */
    void centred(Graphics2D graphics, String text, Font font, int x, int baseline) {
        words(graphics, text, font, x - width(text, font) / 2, baseline);
    }

    /** Text that ends at a place. */
    void ending(Graphics2D graphics, String text, Font font, int x, int baseline) {
        words(graphics, text, font, x - width(text, font), baseline);
    }

    /** Text from the bottom to the top, which ends at a height. */
    void turned(Graphics2D graphics, String text, Font font, int x, int top) {
        int bottom = top + width(text, font);
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2, x, bottom);
        words(turned, text, font, x, bottom);
        turned.dispose();
    }
}
