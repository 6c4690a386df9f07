package gridrun.page;

import static j2html.TagCreator.body;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.document;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;

import j2html.tags.DomContent;
import j2html.tags.specialized.ScriptTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page in one file: its styles, its scripts and what they show are within it, and it may load nothing.
 *
 * <p>Texts are escaped where they are put in. What scripts read is JSON in an element that a browser does not run.
 */
final class Page {

    private static final String NOTHING_ELSE =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    private Page() {
    }

    /** The text of a file that has tables, and nothing that a script draws. */
    static String of(String title, List<DomContent> content) {
        return file(title, NOTHING_ELSE, "", content, List.of(ofFile("tables.js")));
    }

    /**
     * The text of a file with learning curves.
     *
     * @param data what the script draws, as JSON
     */
    static String of(String title, List<DomContent> content, String data) {
        return file(title, NOTHING_ELSE, resource(UPLOT + "uPlot.min.css"), content, scripts(data));
    }

    /** The same for a server that tells what has changed. */
    static String live(String title, List<DomContent> content, String data) {
        List<ScriptTag> scripts = new ArrayList<>(scripts(data));
        scripts.add(ofFile("live.js"));
        return file(title, NOTHING_ELSE + "; connect-src 'self'", resource(UPLOT + "uPlot.min.css"), content, scripts);
    }

    private static List<ScriptTag> scripts(String data) {
        return List.of(ofFile("tables.js"),
                // A text of the user's must not end the element that it stands in.
                script(rawHtml(data.replace("<", "\\u003c"))).withType("application/json").withId("data"),
                ofFile(UPLOT + "uPlot.iife.min.js"), ofFile("curves.js"));
    }

    private static ScriptTag ofFile(String name) {
        return script(rawHtml(resource(name)));
    }

    /** A part of a page, with its heading. */
    static DomContent part(String id, String title, List<DomContent> content) {
        return section(h2(title).withId(id + "-title"), each(content, each -> each)).withId(id)
                .attr("aria-labelledby", id + "-title");
    }

    /**
     * What may be wider than the page, and is moved sideways then.
     *
     * @param meaning what a reader is told who does not see it
     */
    static DomContent wide(String meaning, DomContent content) {
        return div(content).withClass("wide").attr("tabindex", "0").attr("role", "region").attr("aria-label",
                meaning);
    }

    /** A name and its value, in a list of such. */
    static DomContent term(String name, String value) {
        return div(dt(name), dd(value));
    }

    private static String file(String title, String policy, String style, List<DomContent> content,
            List<ScriptTag> scripts) {
        return document(html(
                head(meta().withCharset("utf-8"),
                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                        meta().attr("http-equiv", "Content-Security-Policy").withContent(policy),
                        j2html.TagCreator.title(title),
                        style(rawHtml(style + resource("page.css")))),
                body(main(each(content, part -> part)), each(scripts, script -> script)))
                .withLang("en"));
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the class path lost " + name, e);
        }
    }
}
