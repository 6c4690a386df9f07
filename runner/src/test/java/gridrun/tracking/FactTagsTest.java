package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.store.Facts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactTagsTest {

    @Test
    void of_commit_isWhatMlflowShowsAndAShortOne() {
        String commit = "0123456789abcdef";
        assertEquals(Map.of("mlflow.source.git.commit", commit, "mlflow.source.git.dirty", "true",
                "gridrun.commit", "01234567+"),
                FactTags.of(Map.of(Facts.GIT_COMMIT, commit, Facts.GIT_DIRTY, "true")));
        assertEquals("01234567", FactTags.of(Map.of(Facts.GIT_COMMIT, commit)).get(Tags.COMMIT));
    }

    @Test
    void of_others_areGridruns() {
        assertEquals(Map.of("gridrun.jdk", "17", "gridrun.weights_sha256", "ab"),
                FactTags.of(Map.of(Facts.JDK, "17", Facts.WEIGHTS_SHA256, "ab")));
    }
}
