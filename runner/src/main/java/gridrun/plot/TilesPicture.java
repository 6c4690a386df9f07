package gridrun.plot;

import gridrun.observed.Tiles;
import gridrun.observed.Tiles.Group;
import gridrun.observed.Tiles.Tile;
import gridrun.report.Labels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Small images, enlarged pixel by pixel, in rows below the title of their group. */
final class TilesPicture {

    private static final int GAP = 10;
    /** An image is about as high and wide. */
    private static final int SIDE = 112;
    private static final int CAPTION = 22;
    private static final int LONGEST_CAPTION = 40;

    private final Tiles tiles;
    private final Paper paper;

    private TilesPicture(Tiles tiles, Paper paper) {
        this.tiles = tiles;
        this.paper = paper;
    }

    static Plot of(String title, Tiles tiles) {
        TilesPicture picture = new TilesPicture(tiles, new Paper(title, null));
        int height = picture.paper.top() + tiles.groups().stream().mapToInt(picture::height).sum() + Paper.MARGIN;
        return picture.paper.plot(height, picture::draw);
    }

    private void draw(Graphics2D graphics) {
        int top = paper.top();
        for (Group group : tiles.groups()) {
            draw(graphics, group, top);
            top += height(group);
        }
    }

    /** The side of a pixel of the images of a group: a whole number, so that all are as large. */
    private static int pixel(Group group) {
        Tile first = group.tiles().get(0);
        return Math.max(1, SIDE / Math.max(first.shape().dimension(0), first.shape().dimension(1)));
    }

    /** Of an image with its caption, which may be the wider of the two. */
    private int tileWidth(Group group) {
        int caption = group.tiles().stream().mapToInt(tile -> paper.width(caption(tile), Theme.TICK)).max().orElse(0);
        return Math.max(Math.max(SIDE, caption), pixel(group) * group.tiles().get(0).shape().dimension(1));
    }

    private static String caption(Tile tile) {
        return Labels.shortened(tile.caption(), LONGEST_CAPTION);
    }

    private static int tileHeight(Group group) {
        boolean captions = group.tiles().stream().anyMatch(tile -> !tile.caption().isEmpty());
        return pixel(group) * group.tiles().get(0).shape().dimension(0) + GAP + (captions ? CAPTION : 0);
    }

    private int perRow(Group group) {
        return Math.max(1, (Paper.WIDTH - 2 * Paper.MARGIN + GAP) / (tileWidth(group) + GAP));
    }

    private int height(Group group) {
        int rows = (group.tiles().size() + perRow(group) - 1) / perRow(group);
        return Paper.LINE + rows * tileHeight(group) + GAP;
    }

    private void draw(Graphics2D graphics, Group group, int top) {
        Paper.words(graphics, group.title(), Theme.TEXT_FONT, Paper.MARGIN, top + 14);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Tile tile : group.tiles()) {
            for (float value : tile.values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        for (int i = 0; i < group.tiles().size(); i++) {
            int x = Paper.MARGIN + i % perRow(group) * (tileWidth(group) + GAP);
            int y = top + Paper.LINE + i / perRow(group) * tileHeight(group);
            Tile tile = group.tiles().get(i);
            BufferedImage image = image(tile, group.signed(), low, high);
            int width = image.getWidth() * pixel(group);
            int height = image.getHeight() * pixel(group);
            graphics.drawImage(image, x, y, width, height, null);
            graphics.setColor(Color.LIGHT_GRAY);
            graphics.drawRect(x, y, width, height);
            Paper.words(graphics, caption(tile), Theme.TICK, x, y + height + 17);
        }
    }

    /** The image as it is, a pixel a value. */
    private static BufferedImage image(Tile tile, boolean signed, float low, float high) {
        int height = tile.shape().dimension(0);
        int width = tile.shape().dimension(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int place = 0; place < width * height; place++) {
            image.setRGB(place % width, place / width, colour(tile, place, signed, low, high).getRGB());
        }
        return image;
    }

    /** One channel is ink on paper, three are a colour; around 0, blue above and orange below. */
    private static Color colour(Tile tile, int place, boolean signed, float low, float high) {
        float[] values = tile.values();
        if (signed) {
            float most = Math.max(Math.abs(low), Math.abs(high));
            return Theme.shade(Theme.colour(values[place] > 0 ? 0 : 1), share(Math.abs(values[place]), 0, most));
        }
        if (tile.shape().last() == 1) {
            return Theme.shade(Theme.TEXT, share(values[place], low, high));
        }
        return new Color((float) share(values[3 * place], low, high), (float) share(values[3 * place + 1], low, high),
                (float) share(values[3 * place + 2], low, high));
    }

    private static double share(float value, float low, float high) {
        return high > low && Float.isFinite(value) ? (value - low) / ((double) high - low) : 0;
    }
}
