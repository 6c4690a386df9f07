package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ForegroundCompilationTest {

    @Test
    void kernels_onceAskedFor_areCompiledWhileTheirCallersWait() throws Exception {
        ForegroundCompilation.tell();
        String directives = (String) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "compilerDirectivesPrint", null, null);
        assertTrue(directives.contains("gridrun/kernel/vector/"), directives);
        assertTrue(directives.contains("BackgroundCompilation:false"), directives);
    }
}
