package gridrun.plot;

import gridrun.observed.Confusion;
import gridrun.report.Labels;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Confusion matrices side by side: the share of each row as a shade, the number of examples in it where there is room.
 */
final class ConfusionPicture {

    private static final int SIDE = 340;
    private static final int GAP = 26;
    private static final int ABOVE = 40;
    private static final int BOTTOM = 34;
    private static final int MARGIN = 16;
    private static final int HEIGHT_OF_LINE = 20;
    /** A title may be as wide even where the matrices are not. */
    private static final int WIDEST_TITLE = 560;
    private static final int LONGEST_NAME = 14;
    private static final double SCALE = 1.5;

    private final List<Confusion> parts;
    private final List<String> title;
    private final int classes;
    private final int cell;
    private final int width;
    private final int top;
    private final int left;
    private final int below;

    private ConfusionPicture(String title, List<Confusion> parts) {
        this.parts = parts;
        classes = parts.get(0).classes().size();
        cell = Math.max(3, Math.min(90, SIDE / classes));
        Graphics2D measure = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        int longest = parts.get(0).classes().stream()
                .mapToInt(name -> Theme.width(shortened(name), Theme.font(Font.PLAIN, 11), measure)).max().orElse(0);
        left = named() ? 34 + longest : 34;
        below = named() ? longest > cell - 4 ? longest + 10 : 18 : 6;
        Font bold = Theme.font(Font.BOLD, 15);
        int matrices = parts.size() * (left + cell * classes + GAP) + 8;
        this.title = Theme.lines(title, bold, measure, Math.max(matrices, WIDEST_TITLE) - 2 * MARGIN);
        int widest = this.title.stream().mapToInt(line -> Theme.width(line, bold, measure)).max().orElse(0);
        width = Math.max(matrices, widest + 2 * MARGIN);
        top = MARGIN + HEIGHT_OF_LINE * this.title.size() + ABOVE - 10;
        measure.dispose();
    }

    static byte[] png(String title, List<Confusion> parts) {
        return new ConfusionPicture(title, parts).draw();
    }

    private boolean named() {
        return cell >= 13;
    }

    private byte[] draw() {
        int side = cell * classes;
        int height = top + side + below + BOTTOM;
        BufferedImage image = new BufferedImage(
                (int) (width * SCALE), (int) (height * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Theme.TEXT);
        graphics.setFont(Theme.font(Font.BOLD, 15));
        for (int i = 0; i < title.size(); i++) {
            graphics.drawString(title.get(i), MARGIN, MARGIN + 10 + i * HEIGHT_OF_LINE);
        }
        for (int i = 0; i < parts.size(); i++) {
            draw(graphics, parts.get(i), 8 + left + i * (left + side + GAP));
        }
        graphics.dispose();
        return Png.bytes(image);
    }

    /** As letters are measured, so they are drawn: at another scale they would be wider or narrower. */
    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return graphics;
    }

    private void draw(Graphics2D graphics, Confusion part, int x) {
        int side = cell * classes;
        graphics.setFont(Theme.font(Font.PLAIN, 13));
        graphics.setColor(Theme.TEXT);
        graphics.drawString(part.part(), x, top - 10);
        graphics.setFont(Theme.font(Font.PLAIN, 11));
        for (int actual = 0; actual < classes; actual++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                cell(graphics, part, actual, predicted, x);
            }
            name(graphics, part.classes().get(actual), actual, x);
        }
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawRect(x, top, side, side);
        graphics.setColor(Theme.TEXT);
        graphics.setFont(Theme.font(Font.PLAIN, 13));
        centred(graphics, "predicted class", x + side / 2, top + side + below + 18);
        turned(graphics, "actual class", x - left + 20, top + side / 2
                + graphics.getFontMetrics().stringWidth("actual class") / 2);
    }

    private void cell(Graphics2D graphics, Confusion part, int actual, int predicted, int x) {
        int count = part.counts()[actual][predicted];
        double share = part.support(actual) == 0 ? 0 : (double) count / part.support(actual);
        int left = x + predicted * cell;
        int upper = top + actual * cell;
        graphics.setColor(Theme.shade(Theme.colour(0), share));
        graphics.fillRect(left, upper, cell, cell);
        String text = Integer.toString(count);
        if (cell >= graphics.getFontMetrics().stringWidth(text) + 4 && cell >= 16) {
            graphics.setColor(share > 0.55 ? Color.WHITE : count == 0 ? Color.LIGHT_GRAY : Theme.TEXT);
            centred(graphics, text, left + cell / 2, upper + cell / 2 + 4);
        }
    }

    private void name(Graphics2D graphics, String name, int index, int x) {
        if (!named()) {
            return;
        }
        String text = shortened(name);
        int width = graphics.getFontMetrics().stringWidth(text);
        int middle = index * cell + cell / 2;
        graphics.setColor(Theme.TEXT);
        graphics.drawString(text, x - width - 5, top + middle + 4);
        if (below > 18) {
            turned(graphics, text, x + middle + 4, top + cell * classes + width + 6);
        } else {
            centred(graphics, text, x + middle, top + cell * classes + 14);
        }
    }

    private static void centred(Graphics2D graphics, String text, int x, int y) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, y);
    }

    /** Text from the bottom to the top. */
    private static void turned(Graphics2D graphics, String text, int x, int y) {
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2, x, y);
        turned.drawString(text, x, y);
        turned.dispose();
    }

    private static String shortened(String name) {
        return Labels.shortened(name, LONGEST_NAME);
    }
}
