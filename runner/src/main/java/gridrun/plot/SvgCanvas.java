package gridrun.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws into an SVG document (W3C, Scalable Vector Graphics 1.1, second edition, 2011).
 *
 * <p>Letters are measured as in the PNG, so the layout is the same, and are told to be as wide in whatever font shows
 * them. Only what is pixels by itself becomes an image.
 */
final class SvgCanvas extends SVGGraphics2D {

    private static final String XLINK = "http://www.w3.org/1999/xlink";
    /** Digits behind the point: a hundredth of a unit. */
    private static final int PRECISION = 2;

    private final Graphics2D measure;

    private SvgCanvas(SVGGeneratorContext context, Graphics2D measure) {
        super(context, false);
        this.measure = measure;
    }

    private SvgCanvas(SvgCanvas other) {
        super(other);
        this.measure = other.measure;
    }

    /** What is drawn on so many units, as a file. */
    static byte[] draw(int width, int height, Consumer<Graphics2D> drawing) {
        try {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument(SVG_NAMESPACE_URI, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setPrecision(PRECISION);
            SvgCanvas canvas = new SvgCanvas(context, Plot.measure());
            drawing.accept(canvas);
            Element root = canvas.getRoot();
            root.setAttribute("width", Integer.toString(width));
            root.setAttribute("height", Integer.toString(height));
            root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
            return text(root);
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException(e); // the JDK has both
        }
    }

    private static byte[] text(Element root) throws TransformerException {
        Transformer writer = TransformerFactory.newInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(root), new StreamResult(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Graphics create() {
        return new SvgCanvas(this);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return measure.getFontRenderContext();
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return measure.getFontMetrics(font);
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        Element element = element("text", x, y);
        double width = getFont().getStringBounds(text, getFontRenderContext()).getWidth();
        element.setAttribute("textLength", getGeneratorContext().doubleString(width));
        element.setAttribute("lengthAdjust", "spacingAndGlyphs");
        element.appendChild(getDOMFactory().createTextNode(text));
        domGroupManager.addElement(element, DOMGroupManager.FILL);
    }

    /** @param image as {@link Png} takes it */
    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        Element element = element("image", x, y);
        element.setAttribute("width", Integer.toString(width));
        element.setAttribute("height", Integer.toString(height));
        if (image.getWidth(null) < width) { // a few pixels, each of which is to be seen
            element.setAttribute("style", "image-rendering:pixelated");
        }
        element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(Png.bytes((BufferedImage) image)));
        domGroupManager.addElement(element);
        return true;
    }

    private Element element(String name, double x, double y) {
        Element element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, name);
        element.setAttribute("x", getGeneratorContext().doubleString(x));
        element.setAttribute("y", getGeneratorContext().doubleString(y));
        return element;
    }
}
