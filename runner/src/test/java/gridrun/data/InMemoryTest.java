package gridrun.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InMemoryTest {

    private static final double[][] INPUTS = {{1}, {2}, {3}, {4}};

    private static InMemory data(List<?> targets, boolean standardizeTargets) {
        return new InMemory(GivenData.arrays(INPUTS, targets), true, standardizeTargets, 0.5, 0, 0);
    }

    @Test
    @DisplayName("classes have no scale, so that a setting of it makes no other configuration")
    void scaleOfClasses_isNoSetting() {
        List<String> classes = List.of("a", "b", "a", "b");
        assertEquals(data(classes, true), data(classes, false).resolved());
        List<Double> real = List.of(0.5, 1.5, 2.5, 3.5);
        assertEquals(data(real, false), data(real, false).resolved());
    }
}
