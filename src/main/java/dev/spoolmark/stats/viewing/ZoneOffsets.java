package dev.spoolmark.stats.viewing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Converts many times to the clock of a time zone. The offset is looked up once for times between two changes of the
/// clocks. Not thread-safe.
final class ZoneOffsets {

    private final ZoneRules rules;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private int offset;

    ZoneOffsets(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /// Seconds of the local date and time since 1970-01-01T00:00.
    ///
    /// @param second since 1970-01-01T00:00:00Z
    long localSecond(long second) {
        if (second < from || second >= to) {
            load(second);
        }
        return second + offset;
    }

    private void load(long second) {
        Instant at = Instant.ofEpochSecond(second);
        ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(at);
        from = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        to = after == null ? Long.MAX_VALUE : after.toEpochSecond();
        offset = rules.getOffset(at).getTotalSeconds();
    }
}
