package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Facts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFactsTest {

    @TempDir
    Path directory;

    @Test
    void of_noRepository_isEmpty() {
        GitFacts facts = GitFacts.of(directory);
        assertEquals(Map.of(), facts.facts());
        assertEquals(Optional.empty(), facts.diff());
    }

    @Test
    void of_changedFile_isDirtyWithItsDiff() throws Exception {
        git("init", "-q", "-b", "trunk");
        git("remote", "add", "origin", "https://me:secret@host.org/r.git");
        Files.writeString(directory.resolve("a.txt"), "one\n");
        git("add", "a.txt");
        git("-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "first");
        assertEquals("false", GitFacts.of(directory).facts().get(Facts.GIT_DIRTY));
        Files.writeString(directory.resolve("a.txt"), "two\n");
        GitFacts facts = GitFacts.of(directory);
        assertEquals("true", facts.facts().get(Facts.GIT_DIRTY));
        assertEquals("trunk", facts.facts().get(Facts.GIT_BRANCH));
        assertEquals("https://host.org/r.git", facts.facts().get(Facts.GIT_REPOSITORY));
        assertEquals(40, facts.facts().get(Facts.GIT_COMMIT).length());
        assertTrue(facts.diff().orElseThrow().endsWith("-one\n+two\n"), facts.diff().toString());
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }
}
