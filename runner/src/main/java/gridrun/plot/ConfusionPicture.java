package gridrun.plot;

import gridrun.observed.Confusion;
import gridrun.report.Labels;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/**
 * Confusion matrices side by side: the share of each row as a shade, the number of examples in it where there is room.
 */
final class ConfusionPicture {

    /** Of a matrix, at most. */
    private static final int SIDE = 440;
    private static final int LARGEST_CELL = 110;
    /** Of a cell beside which a name has room. */
    private static final int LEAST_NAMED = 16;
    private static final int GAP = 24;
    /** The name of the part above a matrix. */
    private static final int ABOVE = 40;
    /** What stands for both axes, and the letters of a name. */
    private static final int AXIS = 32;
    private static final int BOTTOM = 16;
    private static final int LONGEST_NAME = 14;
    private static final Font NUMBERS = Theme.TICK;

    private final Paper paper;
    private final List<Confusion> parts;
    private final List<String> names;
    private final boolean named;
    private final boolean turned;
    private final int cell;
    private final int left;
    private final int below;
    private final int top;

    private ConfusionPicture(String title, List<Confusion> parts) {
        this.paper = new Paper(title, null);
        this.parts = parts;
        this.names = parts.get(0).classes().stream().map(name -> Labels.shortened(name, LONGEST_NAME)).toList();
        int longest = names.stream().mapToInt(name -> paper.width(name, NUMBERS)).max().orElse(0);
        this.named = cell(AXIS + longest) >= LEAST_NAMED;
        this.left = AXIS + (named ? longest : 0);
        this.cell = cell(left);
        this.turned = longest > cell - 4;
        this.below = !named ? 6 : turned ? longest + 10 : 20;
        this.top = paper.top() + ABOVE;
    }

    static Plot of(String title, List<Confusion> parts) {
        ConfusionPicture picture = new ConfusionPicture(title, parts);
        return picture.paper.plot(picture.top + picture.side() + picture.below + AXIS + BOTTOM, picture::draw);
    }

    /** The side of a cell where matrices have so much at their left. */
    private int cell(int beside) {
        int room = (Paper.WIDTH - 2 * Paper.MARGIN - (parts.size() - 1) * GAP) / parts.size() - beside;
        return Math.max(2, Math.min(LARGEST_CELL, Math.min(SIDE, room) / names.size()));
    }

    private int side() {
        return cell * names.size();
    }

    private void draw(Graphics2D graphics) {
        for (int i = 0; i < parts.size(); i++) {
            draw(graphics, parts.get(i), Paper.MARGIN + left + i * (left + side() + GAP));
        }
    }

    private void draw(Graphics2D graphics, Confusion part, int x) {
        Paper.words(graphics, part.part(), Theme.TEXT_FONT, x, top - 10);
        for (int actual = 0; actual < names.size(); actual++) {
            for (int predicted = 0; predicted < names.size(); predicted++) {
                cell(graphics, part, actual, predicted, x);
            }
            if (named) {
                name(graphics, names.get(actual), actual, x);
            }
        }
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawRect(x, top, side(), side());
        paper.centred(graphics, "predicted class", Theme.TEXT_FONT, x + side() / 2, top + side() + below + 20);
        String actual = "actual class";
        paper.turned(graphics, actual, Theme.TEXT_FONT, x - left + 16,
                top + (side() - paper.width(actual, Theme.TEXT_FONT)) / 2);
    }

    private void cell(Graphics2D graphics, Confusion part, int actual, int predicted, int x) {
        int count = part.counts()[actual][predicted];
        double share = part.support(actual) == 0 ? 0 : (double) count / part.support(actual);
        int from = x + predicted * cell;
        int upper = top + actual * cell;
        graphics.setColor(Theme.shade(Theme.colour(0), share));
        graphics.fillRect(from, upper, cell, cell);
        String text = Integer.toString(count);
        int width = paper.width(text, NUMBERS);
        if (cell >= width + 4 && cell >= LEAST_NAMED) {
            graphics.setColor(share > 0.55 ? Color.WHITE : count == 0 ? Color.LIGHT_GRAY : Theme.TEXT);
            graphics.setFont(NUMBERS);
            graphics.drawString(text, from + (cell - width) / 2, upper + cell / 2 + 5);
        }
    }

    private void name(Graphics2D graphics, String name, int index, int x) {
        int middle = index * cell + cell / 2;
        paper.ending(graphics, name, NUMBERS, x - 6, top + middle + 5);
        if (turned) {
            paper.turned(graphics, name, NUMBERS, x + middle + 5, top + side() + 6);
        } else {
            paper.centred(graphics, name, NUMBERS, x + middle, top + side() + 18);
        }
    }
}
