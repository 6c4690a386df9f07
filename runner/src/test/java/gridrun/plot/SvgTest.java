package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.observed.Boundary;
import gridrun.observed.Confusion;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.Tiles;
import gridrun.observed.Tiles.Group;
import gridrun.observed.Tiles.Tile;
import gridrun.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures as SVG: the same drawing, of letters and lines. */
class SvgTest {

    @BeforeEach
    void onlyWhereOneCanDraw() {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
    }

    private static Plot curves() throws PlotsUnavailable {
        int[] epochs = IntStream.rangeClosed(1, 40).toArray();
        double[] loss = IntStream.of(epochs).mapToDouble(epoch -> 1.0 / epoch).toArray();
        return Plots.run("<rates> & seeds", new Curves(Map.of("loss", new Series(epochs, loss))), 20);
    }

    private static Plot boundary() throws PlotsUnavailable {
        Boundary.Points points = new Boundary.Points(new float[] {-1, -1, 1, 1}, new int[] {0, 1});
        return Plots.boundary("plane", Boundary.of(List.of("width", "height"), List.of("left", "right"), 50, points,
                points, grid -> {
                    double[] probabilities = new double[grid.length];
                    for (int i = 0; i < grid.length; i += 2) {
                        probabilities[i] = grid[i] < 0 ? 1 : 0;
                        probabilities[i + 1] = 1 - probabilities[i];
                    }
                    return probabilities;
                }));
    }

    private static Document read(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList();
    }

    @Test
    @DisplayName("Letters stay letters, as wide as they were laid out, and nothing of a curve is pixels")
    void curves_areLettersAndLines() throws Exception {
        Document svg = read(curves().svg());
        assertTrue(texts(svg).containsAll(List.of("<rates> & seeds", "epoch", "loss, log scale", "training")),
                texts(svg).toString());
        NodeList all = svg.getElementsByTagName("text");
        for (int i = 0; i < all.getLength(); i++) {
            assertTrue(Double.parseDouble(((Element) all.item(i)).getAttribute("textLength")) > 0, texts(svg).get(i));
        }
        assertEquals(0, svg.getElementsByTagName("image").getLength());
    }

    @Test
    void svg_isAsLargeAsThePng() throws Exception {
        assertSameSize(curves());
        assertSameSize(boundary());
    }

    private static void assertSameSize(Plot plot) throws Exception {
        Element root = read(plot.svg()).getDocumentElement();
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(plot.png()));
        assertEquals("0 0 %d %d".formatted(png.getWidth(), png.getHeight()),
                root.getAttribute("viewBox"));
    }

    @Test
    @DisplayName("Equal pictures have equal bytes, drawn again or laid out again, and a PNG between changes neither")
    void svg_twice_givesEqualBytes() throws Exception {
        Plot plot = boundary();
        byte[] svg = plot.svg();
        byte[] png = plot.png();
        assertArrayEquals(svg, plot.svg());
        assertArrayEquals(png, plot.png());
        assertArrayEquals(svg, boundary().svg());
        assertArrayEquals(curves().svg(), curves().svg());
    }

    @Test
    @DisplayName("Of a plane the regions are an image, and each example is a circle")
    void boundary_hasOneImage() throws Exception {
        Document svg = read(boundary().svg());
        assertEquals(1, svg.getElementsByTagName("image").getLength());
        assertTrue(texts(svg).containsAll(List.of("width", "height", "left", "right", "validation")),
                texts(svg).toString());
        assertEquals(2 * (2 + 2 + 2), svg.getElementsByTagName("circle").getLength(), "four, and two in the legend");
    }

    @Test
    void tiles_areImagesOfTheirOwnPixels() throws Exception {
        Tile tile = new Tile("3 as 8", Shape.of(2, 2, 1), new float[] {0, 1, 1, 0});
        Document svg = read(Plots.tiles("digits", new Tiles(List.of(new Group("wrong", false, List.of(tile, tile)))))
                .svg());
        assertEquals(2, svg.getElementsByTagName("image").getLength());
        assertEquals("image-rendering:pixelated",
                ((Element) svg.getElementsByTagName("image").item(0)).getAttribute("style"));
    }

    @Test
    void confusion_isSmall() throws Exception {
        int[] labels = IntStream.range(0, 10).toArray();
        List<String> names = IntStream.of(labels).mapToObj(Integer::toString).toList();
        byte[] svg = Plots.confusion("ten", List.of(Confusion.of("validation", names, labels, labels))).svg();
        assertTrue(svg.length < 40_000, svg.length + " bytes");
    }
}
