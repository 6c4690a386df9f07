package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.observed.Tiles;
import gridrun.observed.Tiles.Group;
import gridrun.observed.Tiles.Tile;
import gridrun.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TilesPictureTest {

    /** Of the captions of the first row. */
    private static List<Double> places(String caption) throws Exception {
        Tile tile = new Tile(caption, Shape.of(16, 16, 1), new float[256]);
        Tiles tiles = new Tiles(List.of(new Group("wrong answers", false, Collections.nCopies(6, tile))));
        NodeList texts = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(Plots.tiles("shapes", tiles).svg())).getElementsByTagName("text");
        List<Element> captions = IntStream.range(0, texts.getLength()).mapToObj(i -> (Element) texts.item(i))
                .filter(text -> text.getTextContent().equals(caption)).toList();
        assertEquals(6, captions.size());
        String row = captions.get(0).getAttribute("y");
        return captions.stream().filter(text -> text.getAttribute("y").equals(row))
                .map(text -> Double.parseDouble(text.getAttribute("x"))).toList();
    }

    @Test
    void captions_widerThanTheirImages_doNotOverlap() throws Exception {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
        assertEquals(6, places("7 as 1, 0.93").size());
        List<Double> wide = places("diamond as triangle, 0.93");
        int width = new Paper("", null).width("diamond as triangle, 0.93", Theme.TICK);
        assertTrue(wide.size() > 1);
        for (int i = 1; i < wide.size(); i++) {
            assertTrue(wide.get(i) - wide.get(i - 1) > width, wide + ", each " + width + " wide");
        }
    }
}
