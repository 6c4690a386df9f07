package gridrun.cli;

import gridrun.store.Sweep;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a sweep was planned, as a command line says it: on a day, or not longer ago than so many minutes, hours or days.
 *
 * @param from the first moment
 * @param to the moment after the last
 */
record When(Instant from, Instant to) {

    private static final Pattern AGO = Pattern.compile("([1-9][0-9]{0,4})(m|h|d)");

    /**
     * Reads {@code today}, {@code yesterday}, {@code 2026-11-27}, or {@code 30m}, {@code 2h}, {@code 7d}.
     *
     * @param clock of the user's time zone
     */
    static When parse(String text, Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            int count = Integer.parseInt(ago.group(1));
            Duration back = switch (ago.group(2)) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
            return new When(now.minus(back).toInstant(), Instant.MAX);
        }
        try {
            LocalDate day = switch (text.toLowerCase(Locale.ROOT)) {
                case "today" -> now.toLocalDate();
                case "yesterday" -> now.toLocalDate().minusDays(1);
                default -> LocalDate.parse(text);
            };
            return new When(day.atStartOfDay(now.getZone()).toInstant(),
                    day.plusDays(1).atStartOfDay(now.getZone()).toInstant());
        } catch (DateTimeException e) {
            throw new UsageException("--when: '%s' is no time; write today, yesterday, a day such as %s, or 30m, 2h, 7d"
                    .formatted(text, now.toLocalDate()));
        }
    }

    /** Whether a sweep was planned then, the last time. */
    boolean has(Sweep sweep) {
        Instant planned = Instant.ofEpochMilli(sweep.plannedMs());
        return !planned.isBefore(from) && planned.isBefore(to);
    }
}
