package gridrun.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Confusion matrices side by side: the share of each row as a shade, the number of examples in it where there is room. */
final class ConfusionPicture {

    private static final int SIDE = 340;
    private static final int GAP = 26;
    private static final int TOP = 66;
    private static final int BOTTOM = 34;
    private static final int LONGEST_NAME = 14;
    private static final double SCALE = 1.5;

    private final List<Confusion> parts;
    private final int classes;
    private final int cell;
    private final int titleWidth;
    private final int left;
    private final int below;

    private ConfusionPicture(String title, List<Confusion> parts) {
        this.parts = parts;
        classes = parts.get(0).classes().size();
        cell = Math.max(3, Math.min(90, SIDE / classes));
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        FontMetrics letters = measure.getFontMetrics(Theme.font(Font.PLAIN, 11));
        titleWidth = measure.getFontMetrics(Theme.font(Font.BOLD, 15)).stringWidth(title);
        int longest = parts.get(0).classes().stream().mapToInt(name -> letters.stringWidth(shortened(name))).max().orElse(0);
        left = named() ? 34 + longest : 34;
        below = named() ? longest > cell - 4 ? longest + 10 : 18 : 6;
    }

    static byte[] png(String title, List<Confusion> parts) {
        return new ConfusionPicture(title, parts).draw(title);
    }

    private boolean named() {
        return cell >= 13;
    }

    private byte[] draw(String title) {
        int side = cell * classes;
        int width = Math.max(titleWidth + 32, parts.size() * (left + side + GAP) + 8);
        int height = TOP + side + below + BOTTOM;
        BufferedImage image = new BufferedImage(
                (int) (width * SCALE), (int) (height * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Theme.TEXT);
        graphics.setFont(Theme.font(Font.BOLD, 15));
        graphics.drawString(title, 16, 26);
        for (int i = 0; i < parts.size(); i++) {
            draw(graphics, parts.get(i), 8 + left + i * (left + side + GAP));
        }
        graphics.dispose();
        return Png.bytes(image);
    }

    private void draw(Graphics2D graphics, Confusion part, int x) {
        int side = cell * classes;
        graphics.setFont(Theme.font(Font.PLAIN, 13));
        graphics.setColor(Theme.TEXT);
        graphics.drawString(part.part(), x, TOP - 10);
        graphics.setFont(Theme.font(Font.PLAIN, 11));
        for (int actual = 0; actual < classes; actual++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                cell(graphics, part, actual, predicted, x);
            }
            name(graphics, part.classes().get(actual), actual, x);
        }
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawRect(x, TOP, side, side);
        graphics.setColor(Theme.TEXT);
        graphics.setFont(Theme.font(Font.PLAIN, 13));
        centred(graphics, "predicted class", x + side / 2, TOP + side + below + 18);
        turned(graphics, "actual class", x - left + 20, TOP + side / 2
                + graphics.getFontMetrics().stringWidth("actual class") / 2);
    }

    private void cell(Graphics2D graphics, Confusion part, int actual, int predicted, int x) {
        int count = part.counts()[actual][predicted];
        double share = part.support(actual) == 0 ? 0 : (double) count / part.support(actual);
        int left = x + predicted * cell;
        int top = TOP + actual * cell;
        graphics.setColor(Theme.shade(Theme.colour(0), share));
        graphics.fillRect(left, top, cell, cell);
        String text = Integer.toString(count);
        if (cell >= graphics.getFontMetrics().stringWidth(text) + 4 && cell >= 16) {
            graphics.setColor(share > 0.55 ? Color.WHITE : count == 0 ? Color.LIGHT_GRAY : Theme.TEXT);
            centred(graphics, text, left + cell / 2, top + cell / 2 + 4);
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
        graphics.drawString(text, x - width - 5, TOP + middle + 4);
        if (below > 18) {
            turned(graphics, text, x + middle + 4, TOP + cell * classes + width + 6);
        } else {
            centred(graphics, text, x + middle, TOP + cell * classes + 14);
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
        String line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}
