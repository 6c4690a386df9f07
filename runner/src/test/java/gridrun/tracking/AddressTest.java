package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Check;
import gridrun.tracking.Address.Login;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:5000/,http://127.0.0.1:5000", "HTTPS://Host.Org/mlflow//,https://host.org/mlflow",
        "' http://localhost ',http://localhost", "http://me:secret@h:1/p/,http://h:1/p",
        "http://[::1]:5000,http://[::1]:5000",
        "http://h:5000/#/experiments/3/runs?workflowType=x,http://h:5000"})
    void of_oneServerInManyForms_hasOneName(String given, String uri) {
        assertEquals(uri, Address.of(given).uri());
    }

    @Test
    void of_aLogin_isTakenDecodedAndNotShown() {
        Address address = Address.of("https://me%40here:p%2Fw%3a+d@h:5000");
        assertEquals(Optional.of(new Login("me@here", Optional.of("p/w:+d"))), address.login());
        assertFalse(address.toString().contains("me") || address.toString().contains("p/w"), address.toString());
        assertEquals(Optional.of(new Login("me", Optional.empty())), Address.of("http://me@h").login());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:///mlflow.db", "databricks", "./mlruns", "http://", "http://a b", "file:///tmp", "",
        "mlflow:5000", "http://h:0", "http://h:65536", "http://my_host:5000", "none", "http://h:99999999999",
        "http:///x"})
    void of_otherThanHttp_isRefused(String given) {
        assertTrue(refusal(given).startsWith(
                "'" + given + "' is not the address of an MLflow server, such as http://"), refusal(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:secret word@h:5000", "http://me:secret#word@h:5000", "http://me:12#secret@h",
        "http://me:sec?ret@h", "me:secret@h:5000", "ftp://me:secret@h", "http://me:secret@@h:0", "http://me:secret@",
        "http://h/?token=secret", "http://h/p?secret", "http://me/secret@h:5000", "http://me:secret%@h",
        "//me:secret@h"})
    void of_aMalformedAddress_showsNoSecret(String given) {
        String refusal = refusal(given);
        assertFalse(refusal.contains("secret") || refusal.contains("sec?") || refusal.contains("me:"), refusal);
    }

    @Test
    void withoutLogin_aPasswordInAFile_isRefusedWithoutShowingIt() {
        assertEquals("'http://...@h:5000' is not the address of an MLflow server, such as http://127.0.0.1:5000; a "
                + "name and a password belong in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD",
                assertThrows(
                        Check.Invalid.class, () -> Address.withoutLogin("http://me:secret@h:5000")).reason());
    }

    private static String refusal(String given) {
        return assertThrows(Check.Invalid.class, () -> Address.of(given)).reason();
    }
}
