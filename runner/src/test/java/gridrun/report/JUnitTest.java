package gridrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.report.JUnit.Case;
import gridrun.report.JUnit.Result;
import gridrun.report.JUnit.Suite;
import gridrun.text.Visible;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitTest {

    private static final String NASTY = "a<b & \"c\" > 'd' ]]> \u0000\u001b[31m \ud800 é ± \ud83d\ude00";

    private static final Suite SUITE = new Suite("lr-sweep", "2024-05-01T12:00:00", List.of(
            new Case("lr-sweep.runs", "learning_rate=0.1 seed=0", 1.2345, Result.PASSED, null),
            new Case("lr-sweep.runs", NASTY, 0.5, Result.FAILED, "out of memory\nand more: " + NASTY),
            new Case("lr-sweep.runs", "c", 0, Result.SKIPPED, "interrupted"),
            new Case("lr-sweep.expect", "best.loss < 1", 0, Result.MISSED, "found 3"),
            new Case("lr-sweep.runs", "d", 1, Result.PASSED, "diverged in epoch 3"),
            new Case("lr-sweep.runs", "e", 1, Result.DIVERGED, "diverged in epoch 4")));

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @Test
    void xml_hasTheShapeThatJenkinsReads() throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitTest.class.getResource("junit.xsd"));
        for (List<Suite> suites : List.of(List.<Suite>of(), List.of(SUITE), List.of(SUITE, SUITE))) {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(JUnit.xml(suites))));
        }
    }

    @Test
    void xml_countsAndKeepsEveryText() throws Exception {
        Element suite = (Element) parse(JUnit.xml(List.of(SUITE))).getElementsByTagName("testsuite").item(0);
        assertEquals("6 2 1 1 3.734", String.join(" ", suite.getAttribute("tests"), suite.getAttribute("failures"),
                suite.getAttribute("errors"), suite.getAttribute("skipped"), suite.getAttribute("time")));
        Element failed = (Element) suite.getElementsByTagName("testcase").item(1);
        String legal = Visible.text(NASTY);
        assertEquals(legal, failed.getAttribute("name"));
        Element error = (Element) failed.getElementsByTagName("error").item(0);
        assertEquals("out of memory", error.getAttribute("message"));
        assertTrue(error.getTextContent().endsWith("and more: " + legal), error.getTextContent());
    }

    @Test
    void xml_aPassedCase_isAnEmptyElement_unlessThereIsSomethingToSay() {
        String xml = new String(JUnit.xml(List.of(SUITE)), StandardCharsets.UTF_8);
        assertTrue(
                xml.contains("<testcase classname=\"lr-sweep.runs\" name=\"learning_rate=0.1 seed=0\" time=\"1.234\">"
                        + "</testcase>"),
                xml);
        assertTrue(xml.contains("<system-out>diverged in epoch 3</system-out></testcase>"), xml);
        assertTrue(xml.contains("<failure message=\"diverged in epoch 4\" type=\"diverged\">"), xml);
        assertTrue(xml.contains("<skipped message=\"interrupted\"></skipped>"), xml);
    }
}
