package gridrun.store;

import java.util.regex.Pattern;

/** Which relative paths artifacts can have: those that every file system and MLflow's proxy keep as they are. */
final class ArtifactPaths {

    private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~+ -]{1,200}");

    private ArtifactPaths() {
    }

    static void check(String path) {
        for (String segment : path.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new IllegalArgumentException("artifact path '" + path + "': '" + segment
                        + "' is not 1 to 200 of the characters A-Z a-z 0-9 . _ ~ + - and space");
            }
        }
    }
}
