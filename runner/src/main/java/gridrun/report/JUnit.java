package gridrun.report;

import gridrun.text.Visible;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as CI systems read them: the XML of JUnit's reports in the form that Jenkins's schema describes. */
public final class JUnit {

    /** How a case ended; what is not right is a failure, what broke down is an error. */
    public enum Result {
        PASSED(null), MISSED("failure"), DIVERGED("failure"), FAILED("error"), SKIPPED("skipped");

        private final String element;

        Result(String element) {
            this.element = element;
        }
    }

    /**
     * One case.
     *
     * @param group what it belongs to, which becomes the class
     * @param seconds that it took
     * @param message why it did not pass, or what is to be said of one that did; null for nothing
     */
    public record Case(String group, String name, double seconds, Result result, String message) {
    }

    /**
     * The cases of one experiment.
     *
     * @param started the time in ISO 8601 without a zone
     */
    public record Suite(String name, String started, List<Case> cases) {

        private String count(String element) {
            return Long.toString(cases.stream().filter(one -> element.equals(one.result().element)).count());
        }

        private double seconds() {
            return cases.stream().mapToDouble(Case::seconds).sum();
        }
    }

    private JUnit() {
    }

    /** The file's bytes. */
    public static byte[] xml(List<Suite> suites) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (Suite suite : suites) {
                write(suite, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory fails", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Suite suite, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", suite.name());
        attribute(xml, "tests", Integer.toString(suite.cases().size()));
        attribute(xml, "failures", suite.count("failure"));
        attribute(xml, "errors", suite.count("error"));
        attribute(xml, "skipped", suite.count("skipped"));
        attribute(xml, "time", seconds(suite.seconds()));
        attribute(xml, "timestamp", suite.started());
        for (Case one : suite.cases()) {
            write(one, xml);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void write(Case one, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", one.group());
        attribute(xml, "name", one.name());
        attribute(xml, "time", seconds(one.seconds()));
        if (one.result() != Result.PASSED) {
            xml.writeStartElement(one.result().element);
            attribute(xml, "message", one.message().lines().findFirst().orElse(""));
            if (one.result() != Result.SKIPPED) {
                attribute(xml, "type", one.result().name().toLowerCase(Locale.ROOT));
                xml.writeCharacters(legal(one.message()));
            }
            xml.writeEndElement();
        } else if (one.message() != null) {
            // The only text that viewers show of a case that passed.
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(one.message()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(double seconds) {
        return new BigDecimal(seconds).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** XML 1.0 has no place for most control characters, not even escaped. */
    private static String legal(String text) {
        return Visible.text(text).codePoints().map(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
