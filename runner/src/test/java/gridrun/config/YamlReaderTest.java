package gridrun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    @TempDir
    Path directory;

    private static String errors(String text) {
        Problems problems = new Problems();
        assertTrue(new YamlReader(problems).map("f.yaml", text).isEmpty());
        return problems.render();
    }

    private String errors(byte[] content) throws IOException {
        Problems problems = new Problems();
        Path file = Files.write(directory.resolve("f.yaml"), content);
        assertTrue(new YamlReader(problems).read(file).isEmpty());
        return problems.render().replace(directory.toString() + "/", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a: 1\\nb: 2\\na: 3             | f.yaml:3:1: duplicate key 'a'; it stands in line 1 already
        a: {b: 1, b: 2}               | f.yaml:1:11: duplicate key 'b'; it stands in line 1 already
        a: {b: 1, min:5}              | f.yaml:1:11: 'min:5' is one word to YAML, which wants a blank behind the colon
        a:\\n\\tb: 1                   | f.yaml:2:1: a tab cannot indent in YAML; use spaces
        a: [1, 2                      | f.yaml:1:4: this '[' is not closed
        a: {b: 1\\nc: 2\\nd: 3          | f.yaml:1:4: this '{' is not closed
        a: {b: 1,\\n  c: 100: 3}       | f.yaml:2:9: a second colon; a text that has one stands in quotes
        {a: 1,\\n  b: rate: fast}      | f.yaml:2:10: a second colon; a text that has one stands in quotes
        a: {b: c: d}                  | f.yaml:1:9: a second colon; a text that has one stands in quotes
        a: [b: 1,\\n  c: d: e]         | f.yaml:2:7: a second colon; a text that has one stands in quotes
        a: {b: 1\\n  c: 2}             | f.yaml:1:4: this '{' is not closed, or a comma is missing behind it before line 2
        a: b, c: d, e: f              | f.yaml:1:8: YAML does not parse: a second colon in one line
        a: 1\\nb: "x\\nc: 2             | f.yaml:2:4: this quote is not closed
        a: b: c                       | f.yaml:1:5: YAML does not parse: a second colon in one line
        a:\\n  b:2\\n  c: 1             | f.yaml:2:3: 'b:2' is one word to YAML, which wants a blank behind the colon
        a:\\n  c: 1\\n  b:2\\n  d: 1     | f.yaml:3:3: 'b:2' is one word to YAML, which wants a blank behind the colon
        a: >\\n  b=c and d\\n e: 1        | f.yaml:3:2: YAML does not parse while parsing a block mapping: no map around
        a:\\n  - >\\n    b = 1\\n   c: 1  | f.yaml:4:4: YAML does not parse while parsing a block collection: no map around
        a: b\\n  c = 0.9: d e           | f.yaml:2:10: YAML does not parse: by its indentation this line goes on
        a: b\\n  c = 0.9: d: e          | f.yaml:2:10: YAML does not parse: by its indentation this line goes on
        description:\\n  a = 1\\n  b: c  | f.yaml:3:4: YAML does not parse: by its indentation this line goes on
        b: 1\\nc = 0.9: d: e           | f.yaml:2:11: YAML does not parse: a second colon in one line
        a:\\n    b:c\\n d: 1            | f.yaml:3:3: YAML does not parse: by its indentation this line goes on
        a:\\n  c: 1\\n  b:2\\n d: 1      | f.yaml:3:3: 'b:2' is one word to YAML, which wants a blank behind the colon
        a:\\n  b: 1\\n   c: 2            | f.yaml:3:5: YAML does not parse: by its indentation this line goes on
        a:\\n  b = {c: 1, d: 2}\\n  e: 1 | f.yaml:2:3: a key ends with a colon: 'b: {c: 1, d: 2}'
        a = x\\nb: 1                   | f.yaml:1:1: a key ends with a colon: 'a: x'
        a: %b                         | f.yaml:1:4: a text that begins with '%' stands in quotes
        a: @b                         | f.yaml:1:4: a text that begins with '@' stands in quotes
        a: "C:\\data"                 | a backslash in double quotes begins an escape, and this is none
        a: "C:\\Users"                | a backslash in double quotes begins an escape, and this is none
        a:\\n  b:_2\\n  c: 1            | f.yaml:2:3: behind the colon stands the character U+00A0
        a:\\n  - b\\n  -c: 1            | f.yaml:3:3: an item of a list has a blank behind its dash: '- c
        a:\\n  b:\\n  -4\\n  -5\\n     | f.yaml:3:3: an item of a list has a blank behind its dash: '- 4'
        a: {b: 0,1}                   | f.yaml:1:10: '0,1' is two entries of this map, for a comma ends a value: write 0.1
        a: {b: 1,000, c: 2}           | f.yaml:1:10: '1,000' is two entries of this map, for a comma ends a value: write 1000
        a: !!java.net.URL [x]         | f.yaml:1:4: the tag tag:yaml.org,2002:java.net.URL is not allowed
        a: !mine 3                    | f.yaml:1:4: the tag !mine is not allowed
        a: 1\\n---\\nb: 2               | a second document begins here
        a: &x {b: 1}\\nc: {<<: *x}     | f.yaml:2:5: merge keys ('<<') are not part of YAML 1.2
        a: &x [*x]                    | f.yaml:1:4: the anchor contains itself through an alias
        1: a                          | f.yaml:1:1: the key '1' must be text; put it in quotes
        true: a                       | f.yaml:1:1: the key 'true' must be text; put it in quotes
        ? [a]\\n: b                    | a key must be text, not a list or a map
        `# nothing`                   | f.yaml: the file is empty
        - a                           | f.yaml:1:1: an experiment file is a map
        a: *x                         | YAML does not parse: found undefined alias x
        """)
    void map_badText_isNamedAtItsPlace(String text, String expected) {
        String shown = errors(text.replace("\\n", "\n").replace("\\t", "\t").replace('_', '\u00A0'));
        assertTrue(shown.contains(expected), shown);
        assertTrue(shown.endsWith("1 error, nothing was run.\n"), shown);
    }

    @Test
    @DisplayName("A line of a text is not to blame for the indentation of a line behind it")
    void map_wrongIndentationBehindAText_isNamed() {
        assertEquals("""
                f.yaml:4:2: YAML does not parse while parsing a block mapping: no map around this line has keys at its \
                indentation
                    4 |  data: {type: moons}
                      |  ^
                1 error, nothing was run.
                """, errors("name: t\ndescription: |\n  lr = 0.1 or so\n data: {type: moons}\n"));
        String told = errors("description: two of them\n  momentum = 0.9: both usual\nseed: 1\n");
        assertTrue(told.startsWith("f.yaml:2:17: YAML does not parse: by its indentation this line goes on with the"
                + " value before it; a text that has a colon stands in quotes\n"), told);
    }

    @Test
    @DisplayName("A colon may be in a key: behind it stands a blank, or the key has a value, or is a line of its own")
    void map_colonInAKey_isNoMistake() {
        Problems problems = new Problems();
        assertEquals(List.of("a", "c:d"), List.copyOf(new YamlReader(problems).map("f.yaml", """
                a: {b:2: 1, "x": 12:30}
                c:d:
                """).orElseThrow().entries().keySet()), problems.render());
    }

    @Test
    void map_aliasBomb_isRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i)).append("*a%d, ".formatted(i - 1).repeat(10)).append("]\n");
        }
        assertTrue(errors(bomb.toString()).contains("aliases expand to more than 300,000 values"));
    }

    @Test
    void map_deepNesting_isRefused() {
        assertTrue(errors("a: " + "[".repeat(5000) + "]".repeat(5000)).contains("YAML does not parse"));
    }

    @Test
    void map_wideCharacters_caretsStandUnderTheToken() {
        assertEquals("""
                f.yaml:1:11: duplicate key 'a'; it stands in line 1 already
                    1 | {a: "日本", a: 1}
                      |             ^
                1 error, nothing was run.
                """, errors("{a: \"日本\", a: 1}"));
    }

    @Test
    void map_longLine_isCutAroundTheToken() {
        String shown = errors("{b: " + "x".repeat(500) + ", a: 1, a: 2, c: " + "y".repeat(500) + "}");
        String[] lines = shown.split("\n");
        assertTrue(lines[1].length() < 115, shown);
        assertEquals('a', lines[1].charAt(lines[2].indexOf('^')), shown);
    }

    @Test
    void read_notUtf8_saysWhichByte() throws IOException {
        byte[] content = "a: 1\nb: x?y\n".getBytes(StandardCharsets.UTF_8);
        content[9] = (byte) 0xE9;
        assertTrue(errors(content).startsWith("f.yaml:2:5: the file is not UTF-8: byte 0xE9 at offset 9"),
                errors(content));
    }

    @Test
    void read_truncatedUtf8AndControlCharacters_areRefused() throws IOException {
        assertTrue(errors(new byte[] {'a', ':', ' ', (byte) 0xE2, (byte) 0x82}).contains("not UTF-8"));
        assertTrue(errors(new byte[] {'a', ':', ' ', 0}).contains("U+0000 is not allowed"));
    }

    @Test
    void read_hugeFileDirectoryAndMissingFile_areRefused() throws IOException {
        assertTrue(errors(new byte[YamlReader.MAX_BYTES + 1]).contains("larger than 1 MiB"));
        Problems problems = new Problems();
        new YamlReader(problems).read(directory);
        new YamlReader(problems).read(directory.resolve("absent.yaml"));
        assertTrue(problems.render().contains("this is a directory"));
        assertTrue(problems.render().contains("absent.yaml: there is no such file"));
    }

    @Test
    void read_byteOrderMark_isIgnored() throws IOException {
        Path file = Files.writeString(directory.resolve("f.yaml"), "\uFEFFa: 1\r\nb: 2\r\n");
        Tree.Mapping tree = new YamlReader(new Problems()).read(file).orElseThrow();
        assertEquals(2, tree.entries().get("b").keyOrigin().line());
        assertEquals("b: 2", tree.entries().get("b").keyOrigin().text());
    }

    @Test
    @DisplayName("What is a text or a key of the user's own may begin with a dash or have a colon in it")
    void textOnALineOfItsOwn_mayHaveAColon() {
        for (String text : List.of("description:\n  Note:mixed data sets\na: 1\n", "tags:\n  note:\n    see:this\n",
                "data:\n  target:\n    y:z\n", "tags:\n  -dash: 3\n", "tags:\n  note:\n    see:\u00A0this\n")) {
            Problems problems = new Problems();
            assertTrue(new YamlReader(problems).map("f.yaml", text).isPresent(), problems.render());
        }
    }
}
