package gridrun.execute;

import gridrun.store.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git knows about the working tree; all empty where there is no git or no repository.
 *
 * @param commit the checked-out commit
 * @param branch its branch
 * @param repository where it is from
 * @param diff what was changed since the commit; empty if nothing was
 */
public record GitFacts(Optional<String> commit, Optional<String> branch, Optional<String> repository,
        Optional<String> diff, boolean dirty) {

    private static final GitFacts NONE =
            new GitFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Asks git about a directory. */
    public static GitFacts of(Path directory) {
        Optional<String> commit = git(directory, "rev-parse", "HEAD");
        if (commit.isEmpty()) {
            return NONE;
        }
        boolean dirty = git(directory, "status", "--porcelain").filter(status -> !status.isEmpty()).isPresent();
        // A checkout of a commit, as CI systems make it, has no branch.
        return new GitFacts(commit, git(directory, "symbolic-ref", "--quiet", "--short", "HEAD"),
                git(directory, "config", "--get", "remote.origin.url").map(GitFacts::withoutPassword),
                git(directory, "diff", "HEAD").filter(diff -> !diff.isEmpty()).map(diff -> diff + "\n"), dirty);
    }

    /** What is recorded of them. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        commit.ifPresent(value -> {
            facts.put(Facts.GIT_COMMIT, value);
            facts.put(Facts.GIT_DIRTY, String.valueOf(dirty));
        });
        branch.ifPresent(value -> facts.put(Facts.GIT_BRANCH, value));
        repository.ifPresent(value -> facts.put(Facts.GIT_REPOSITORY, value));
        return facts;
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst("://[^/]*@", "://");
    }

    /** What git prints; empty if it fails or is not installed. */
    private static Optional<String> git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output.stripTrailing()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
