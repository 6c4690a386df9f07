package gridrun.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that MLflow would cut without a word are cut here, visibly, and kept whole as artifacts. */
final class LongTexts {

    static final int PARAM = 6_000;
    static final int TAG = 8_000;

    private final List<ArtifactContent> wholes = new ArrayList<>();

    Map<String, String> cut(String kind, Map<String, String> values, int most) {
        Map<String, String> cut = new LinkedHashMap<>();
        values.forEach((key, value) -> cut.put(key, value.length() <= most ? value : cut(kind, key, value, most)));
        return cut;
    }

    /** The whole texts of what was cut. */
    List<ArtifactContent> wholes() {
        return wholes;
    }

    private String cut(String kind, String key, String value, int most) {
        String name = key.replaceAll("[^A-Za-z0-9._-]", "_");
        String shortName = name.substring(0, Math.min(150, name.length()));
        ArtifactContent whole = ArtifactContent.of("long_values/%s.%s.txt".formatted(kind, shortName), value);
        wholes.add(whole);
        String ending = "… (cut; the whole is the artifact %s)".formatted(whole.path());
        int end = most - ending.length();
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
