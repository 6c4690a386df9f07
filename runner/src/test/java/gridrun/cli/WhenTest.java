package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WhenTest {

    /** Half past midnight in Berlin is the day before in London. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T23:30:00Z"), ZoneId.of("Europe/Berlin"));

    @Test
    void days_areThoseOfTheUser() {
        assertEquals(new When(Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-02T23:00:00Z")),
                When.parse("today", CLOCK));
        assertEquals(When.parse("2026-03-01", CLOCK), When.parse("yesterday", CLOCK));
    }

    @Test
    void durations_reachBack() {
        assertEquals(Instant.parse("2026-03-01T21:30:00Z"), When.parse("2h", CLOCK).from());
        assertEquals(Instant.parse("2026-03-01T23:00:00Z"), When.parse("30m", CLOCK).from());
    }

    @Test
    void anythingElse_isRefusedWithWhatWouldBeRight() {
        for (String wrong : new String[] {"", "now", "2026-13-01", "-2h", "0h", "2w"}) {
            UsageException e = assertThrows(UsageException.class, () -> When.parse(wrong, CLOCK), wrong);
            assertTrue(e.getMessage().contains("write today, yesterday, a day such as 2026-03-02"), e.getMessage());
        }
    }
}
