package gridrun.cli;

import gridrun.config.Spelling;
import gridrun.reference.Chapter;
import gridrun.reference.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code list [KIND|NAME]}: all that an experiment file can name, with settings, defaults and sources. */
final class ListCommand implements Command {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String synopsis() {
        return "list [KIND|NAME]";
    }

    @Override
    public String meaning() {
        return "what a file can name: layers, optimizers, data ..., with settings and defaults";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(Arguments arguments, Terminal terminal, Interruption interruption) {
        if (arguments.words().size() > 1) {
            throw new UsageException("list takes one kind, or one name");
        }
        Listing listing = new Listing(terminal.width(), terminal.unicode());
        List<Chapter> chapters = Chapter.all();
        if (arguments.words().isEmpty()) {
            terminal.out().print(listing.overview(chapters));
            terminal.out().print("\nlist KIND shows all of a kind, list NAME one thing, with settings and defaults.\n");
        } else {
            terminal.out().print(listed(arguments.words().get(0), chapters, listing));
        }
        terminal.out().flush();
        return Exit.DONE;
    }

    private static String listed(String word, List<Chapter> chapters, Listing listing) {
        Optional<Chapter> kind = chapters.stream().filter(chapter -> chapter.name().equals(word)).findFirst();
        if (kind.isPresent()) {
            return listing.chapter(kind.get());
        }
        List<String> found =
                chapters.stream().flatMap(chapter -> chapter.entry(word).stream()).map(listing::entry).toList();
        if (found.isEmpty()) {
            throw new UsageException(unknown(word, chapters));
        }
        return found.get(found.size() - 1);
    }

    private static String unknown(String word, List<Chapter> chapters) {
        List<String> kinds = chapters.stream().map(Chapter::name).toList();
        List<String> names = new ArrayList<>(kinds);
        chapters.forEach(chapter -> chapter.entries().forEach(entry -> names.add(entry.name())));
        return "list: there is no '%s'; %s".formatted(word, Spelling.nearest(word, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("the kinds are " + String.join(", ", kinds)));
    }
}
