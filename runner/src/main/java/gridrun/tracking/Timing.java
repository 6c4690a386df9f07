package gridrun.tracking;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect until a connection stands
 * @param request until an answer has been read; artifacts get a second a megabyte more
 * @param firstDelay before the second try
 * @param maxDelay the longest pause between two tries
 * @param settle for a run to appear whose creation had no answer: the server may act when nobody waits any more
 * @param gather between two looks at the store while runs train, so that metrics travel together
 * @param patience without progress, until the final wait gives up
 */
record Timing(Duration connect, Duration request, Duration firstDelay, Duration maxDelay,
        Duration settle, Duration gather, Duration patience) {

    static final Timing DEFAULT = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMillis(500),
            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMillis(250), Duration.ofSeconds(30));
}
