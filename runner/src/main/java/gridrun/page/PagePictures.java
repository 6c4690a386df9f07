package gridrun.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;

import gridrun.plot.Halved;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Run;
import gridrun.store.Store;
import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The pictures that runs have left behind, as long as a page has room for them. */
final class PagePictures {

    private static final String PNG = ".png";
    private static final String BOUNDARY = "decision_boundary" + PNG;
    /** The page has its numbers as a table. */
    private static final String CONFUSION = "confusion" + PNG;

    private static final String CURVES = "curves" + PNG;

    private final Store store;
    private final Map<String, List<DomContent>> shown = new HashMap<>();
    private final Map<String, List<String>> left = new HashMap<>();

    PagePictures(Store store) {
        this.store = store;
    }

    /**
     * Takes runs' pictures as far as there is room: what one sees in no other part of a page, then their learning
     * curves. Pictures of a plane are side by side with others'.
     */
    void take(List<Run> runs, Room room) {
        take(runs, path -> !List.of(BOUNDARY, CONFUSION, CURVES).contains(path), room);
        take(runs, CURVES::equals, room);
    }

    private void take(List<Run> runs, Predicate<String> which, Room room) {
        runs.forEach(run -> run.artifacts().stream().map(Artifact::path)
                .filter(path -> path.endsWith(PNG) && which.test(path)).forEach(path -> {
                    if (room.isFull() || !takes(run, path, room)) {
                        left.computeIfAbsent(run.runKey(), key -> new ArrayList<>()).add(name(path));
                    }
                }));
    }

    private boolean takes(Run run, String path, Room room) {
        String name = name(path);
        DomContent picture = picture(run, path, "%s of %s".formatted(name, run.repeat().told()), name,
                image -> button(image).withType("button").attr("aria-pressed", "false").withTitle("enlarge or shrink"));
        boolean fits = room.takes(picture.render().length());
        if (fits) {
            shown.computeIfAbsent(run.runKey(), key -> new ArrayList<>()).add(picture);
        }
        return fits;
    }

    /** What was taken of a run, and what was not. */
    List<DomContent> of(Run run) {
        List<DomContent> content = new ArrayList<>();
        List<DomContent> pictures = shown.getOrDefault(run.runKey(), List.of());
        if (!pictures.isEmpty()) {
            content.add(div(each(pictures, picture -> picture)).withClass("pictures"));
        }
        List<String> more = left.getOrDefault(run.runKey(), List.of());
        if (!more.isEmpty()) {
            content.add(p("Left out, to keep this page small: %s. %s in %s.".formatted(String.join(", ", more),
                    more.size() == 1 ? "It is" : "They are",
                    store.directory().relativize(store.runDirectory(run.runKey())))).withClass("hint"));
        }
        return content;
    }

    boolean hasBoundary(Run run) {
        return run.artifacts().stream().anyMatch(file -> file.path().equals(BOUNDARY));
    }

    /** What a run makes of the plane. */
    DomContent boundary(Run run, String caption) {
        return picture(run, BOUNDARY, "decision boundary of %s, %s".formatted(caption, run.repeat().told()), caption,
                image -> image);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(PNG, "").replace('_', ' ');
    }

    /** @param within what the image stands in */
    private DomContent picture(Run run, String file, String told, String caption, UnaryOperator<DomContent> within) {
        Path path = store.runDirectory(run.runKey()).resolve(file);
        try {
            if (!Files.exists(path)) {
                return p("%s is gone; the experiment's command draws it again".formatted(file)).withClass("trouble");
            }
            byte[] bytes = Halved.of(Files.readAllBytes(path));
            return figure(within.apply(img().withSrc("data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(bytes)).withAlt(told)), figcaption(caption));
        } catch (IOException e) {
            return p("%s cannot be read: %s".formatted(file, DurableFiles.reason(e))).withClass("trouble");
        }
    }
}
