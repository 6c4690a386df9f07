package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompilerDirectiveTest {

    @AfterEach
    void forget() throws JMException {
        assertTrue(command("compilerDirectivesRemove").isBlank());
    }

    @Test
    void kernels_onceAskedFor_areCompiledWhileTheirCallersWait() throws JMException {
        CompilerDirective.CALLERS_OF_KERNELS_WAIT.tell();
        assertTold("gridrun/kernel/vector/*.*", "BackgroundCompilation:false");
    }

    @Test
    void surroundings_onceAskedFor_areLeftToTheFirstCompiler() throws JMException {
        CompilerDirective.SURROUNDINGS_ARE_BRIEF.tell();
        assertTold("org/sqlite/*.*", "Exclude:true");
    }

    private static void assertTold(String pattern, String effect) throws JMException {
        String told = command("compilerDirectivesPrint");
        assertTrue(told.contains(pattern) && told.contains(effect), told);
    }

    private static String command(String name) throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), name, null, null);
    }
}
