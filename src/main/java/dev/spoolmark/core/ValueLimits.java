package dev.spoolmark.core;

import java.time.Duration;
import java.time.Instant;

/// What one value may be, whoever sends it (`docs/security.md#input-limits`). The bound itself works, one more does
/// not.
///
/// Lengths of texts are code points. How much a whole request may be stands in `wire.Limits`.
public final class ValueLimits {

    public static final int SHORTEST_USER_NAME = 3;
    public static final int USER_NAME = 20;
    public static final int EMAIL = 254;

    public static final int FULL_NAME = 100;
    public static final int LOCATION = 100;
    public static final int ABOUT = 1_000;

    public static final int LIST_NAME = 100;
    public static final int LIST_DESCRIPTION = 2_000;
    public static final int COMMENT = 10_000;

    public static final int SEARCH_TEXT = 200;
    public static final int SEARCH_WORDS = 10;

    /// The largest whole number that clients who read numbers as doubles tell from its neighbours.
    public static final long LARGEST_ID = (1L << 53) - 1;

    /// The digits after `tt`, or `nm` for a person.
    public static final int FEWEST_IMDB_DIGITS = 7;

    public static final int MOST_IMDB_DIGITS = 10;

    public static final int FIRST_YEAR = 1850;
    public static final int LAST_YEAR = 2200;

    public static final int LAST_SEASON = 10_000;
    public static final int LAST_EPISODE = 100_000;

    /// The largest numbers of an episode that only a client knows. Some count seasons by year, some episodes from
    /// the first season on.
    public static final int LAST_NEW_SEASON = 2_100;

    public static final int LAST_NEW_EPISODE = 9_999;

    /// How long anything runs at most.
    public static final Duration LONGEST = Duration.ofMinutes(100_000);

    public static final Instant FIRST_PLAY = Instant.parse("1900-01-01T00:00:00Z");

    /// Clocks of players go wrong by a day, not by more.
    public static final Duration PLAY_AHEAD = Duration.ofHours(24);

    private ValueLimits() {}
}
