package gridrun.kernel.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelChoiceTest {

    @Test
    void choose_withVectorModule_takesVectors() {
        KernelChoice choice = KernelChoice.choose("auto", "512", "mixed mode, sharing");
        assertNull(choice.reason());
        assertEquals(choice.bits() + "-bit vectors", choice.create().description());
        assertTrue(choice.widths().contains(choice.bits()), choice::toString);
    }

    @Test
    void choose_scalar_takesScalarAndSaysWhy() {
        KernelChoice choice = KernelChoice.choose("scalar", "512", "mixed mode");
        assertInstanceOf(ScalarKernels.class, choice.create());
        assertTrue(choice.reason().contains("-Dgridrun.kernels=scalar"), choice.reason());
    }

    @Test
    void of_littleWork_takesScalarLoops_andNothingIsToBeDone() {
        KernelChoice choice = KernelChoice.of(7_500, 45e6);
        assertInstanceOf(ScalarKernels.class, choice.create());
        assertNull(choice.reason());
    }

    @Test
    void of_manyStepsOrOperations_takesTheBest() {
        assertSame(KernelChoice.best(), KernelChoice.of(100_000, 0));
        assertSame(KernelChoice.best(), KernelChoice.of(1, 1e9));
    }

    @Test
    void choose_underInterpreter_takesScalarAndSaysWhatToDo() {
        KernelChoice choice = KernelChoice.choose("auto", "512", "interpreted mode");
        assertInstanceOf(ScalarKernels.class, choice.create());
        assertTrue(choice.reason().contains("-Xint"), choice.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreted mode, sharing", "mixed mode, emulated-client, sharing"})
    void ofLittle_withoutTheOptimizingCompiler_saysWhatToDo(String virtualMachine) {
        KernelChoice choice = KernelChoice.ofLittle(virtualMachine);
        assertInstanceOf(ScalarKernels.class, choice.create());
        assertEquals(KernelChoice.choose("auto", "512", virtualMachine).reason(), choice.reason());
    }

    @Test
    void choose_unknownValues_areRefused() {
        var kernels = assertThrows(IllegalArgumentException.class, () -> KernelChoice.choose("gpu", "512", ""));
        assertEquals("gridrun.kernels=gpu is none of auto, scalar and vector", kernels.getMessage());
        var bits = assertThrows(IllegalArgumentException.class, () -> KernelChoice.choose("auto", "300", ""));
        assertEquals("gridrun.vectorBits=300 is none of 128, 256 and 512", bits.getMessage());
    }

    @Test
    void create_twice_givesFreshKernels() {
        KernelChoice choice = KernelChoice.best();
        assertNotSame(choice.create(), choice.create());
    }
}
