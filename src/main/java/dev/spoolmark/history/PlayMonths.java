package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How often the plays of a user have changed, by month, so that what is counted by month is counted again only where
/// it has changed. Every transaction that adds, changes or removes a play raises the version of its month.
///
/// A month is that of any time zone: a play around the turn of a month belongs to both.
///
/// @param versions by month; 0 where a month is absent
public record PlayMonths(Map<Integer, Long> versions) {

    /// The number of the plays at an unknown time.
    public static final int UNKNOWN = 0;

    /// Its version is added to that of all others.
    static final int ALL = -1;

    /// No time zone is further from UTC.
    private static final Duration FARTHEST = Duration.ofHours(18);

    public PlayMonths {
        versions = Map.copyOf(versions);
    }

    /// The versions of all months of a user. Read them before the plays.
    public static PlayMonths of(Tx tx, UserId user) {
        return new PlayMonths(PlayMonthStore.versions(tx, user));
    }

    /// The number of a month, greater than [#UNKNOWN].
    public static int number(YearMonth month) {
        return Math.toIntExact(month.getLong(ChronoField.PROLEPTIC_MONTH));
    }

    /// Rises with each change of a play of the month.
    ///
    /// @param month a number, or [#UNKNOWN]
    public long version(int month) {
        return versions.getOrDefault(month, 0L) + versions.getOrDefault(ALL, 0L);
    }

    /// Rises with each change of any play.
    public long version() {
        return versions.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The months of a play in all time zones.
    ///
    /// @param at null if unknown
    static IntStream months(@Nullable Instant at) {
        return at == null
                ? IntStream.of(UNKNOWN)
                : IntStream.rangeClosed(numberAt(at.minus(FARTHEST)), numberAt(at.plus(FARTHEST)));
    }

    private static int numberAt(Instant at) {
        return number(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
    }
}
