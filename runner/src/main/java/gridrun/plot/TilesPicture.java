package gridrun.plot;

import gridrun.observed.Tiles;
import gridrun.observed.Tiles.Group;
import gridrun.observed.Tiles.Tile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Small images, enlarged pixel by pixel, in rows below the title of their group. */
final class TilesPicture {

    private static final int WIDTH = 800;
    private static final int MARGIN = 16;
    private static final int GAP = 10;
    /** An image is about as high and wide. */
    private static final int SIDE = 112;
    private static final int LINE = 24;
    private static final int CAPTION = 20;
    private static final double SCALE = 1.5;

    private final Tiles tiles;
    private final Graphics2D measure = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    private final List<String> title;

    private TilesPicture(String title, Tiles tiles) {
        this.tiles = tiles;
        this.title = Theme.lines(title, Theme.TITLE, measure, WIDTH - 2 * MARGIN);
    }

    static byte[] png(String title, Tiles tiles) {
        return new TilesPicture(title, tiles).draw();
    }

    private byte[] draw() {
        int height = MARGIN + LINE * title.size() + GAP + tiles.groups().stream().mapToInt(this::height).sum() + MARGIN;
        BufferedImage image =
                new BufferedImage((int) (WIDTH * SCALE), (int) (height * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, height);
        graphics.setColor(Theme.TEXT);
        graphics.setFont(Theme.TITLE);
        for (int i = 0; i < title.size(); i++) {
            graphics.drawString(title.get(i), MARGIN, MARGIN + 14 + i * LINE);
        }
        int top = MARGIN + LINE * title.size() + GAP;
        for (Group group : tiles.groups()) {
            draw(graphics, group, top);
            top += height(group);
        }
        graphics.dispose();
        measure.dispose();
        return Png.bytes(image);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return graphics;
    }

    /** The side of a pixel of the images of a group: a whole number, so that all are as large. */
    private static int pixel(Group group) {
        Tile first = group.tiles().get(0);
        return Math.max(1, SIDE / Math.max(first.shape().dimension(0), first.shape().dimension(1)));
    }

    private static int tileWidth(Group group) {
        return Math.max(SIDE, pixel(group) * group.tiles().get(0).shape().dimension(1));
    }

    private static int tileHeight(Group group) {
        boolean captions = group.tiles().stream().anyMatch(tile -> !tile.caption().isEmpty());
        return pixel(group) * group.tiles().get(0).shape().dimension(0) + GAP + (captions ? CAPTION : 0);
    }

    private static int perRow(Group group) {
        return Math.max(1, (WIDTH - 2 * MARGIN + GAP) / (tileWidth(group) + GAP));
    }

    private int height(Group group) {
        int rows = (group.tiles().size() + perRow(group) - 1) / perRow(group);
        return LINE + rows * tileHeight(group) + GAP;
    }

    private void draw(Graphics2D graphics, Group group, int top) {
        graphics.setColor(Theme.TEXT);
        graphics.setFont(Theme.TEXT_FONT);
        graphics.drawString(group.title(), MARGIN, top + 16);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Tile tile : group.tiles()) {
            for (float value : tile.values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        graphics.setFont(Theme.TICK);
        for (int i = 0; i < group.tiles().size(); i++) {
            int x = MARGIN + i % perRow(group) * (tileWidth(group) + GAP);
            int y = top + LINE + i / perRow(group) * tileHeight(group);
            draw(graphics, group, group.tiles().get(i), x, y, low, high);
        }
    }

    private static void draw(Graphics2D graphics, Group group, Tile tile, int x, int y, float low, float high) {
        int pixel = pixel(group);
        int height = tile.shape().dimension(0);
        int width = tile.shape().dimension(1);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                graphics.setColor(colour(tile, row * width + column, group.signed(), low, high));
                graphics.fillRect(x + column * pixel, y + row * pixel, pixel, pixel);
            }
        }
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawRect(x - 1, y - 1, width * pixel + 1, height * pixel + 1);
        graphics.setColor(Theme.TEXT);
        graphics.drawString(tile.caption(), x, y + height * pixel + 16);
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
