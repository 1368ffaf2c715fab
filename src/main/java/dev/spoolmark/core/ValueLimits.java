package dev.spoolmark.core;

import java.time.Duration;
import java.time.Instant;

/// Limits of single values (`docs/security.md#input-limits`). The limits are inclusive.
///
/// Lengths are in code points. The limits of a whole request are in `http.HttpLimits`.
public final class ValueLimits {

    public static final int SHORTEST_USER_NAME = 3;
    public static final int USER_NAME = 20;
    public static final int EMAIL = 254;

    public static final int FULL_NAME = 100;
    public static final int LOCATION = 100;
    public static final int ABOUT = 1_000;

    public static final int APP_PASSWORD_NAME = 100;

    public static final int LIST_NAME = 100;
    public static final int LIST_DESCRIPTION = 2_000;
    public static final int LIST_NOTE = 500;
    public static final int COMMENT = 10_000;
    public static final int NOTE = 500;

    public static final int SEARCH_TEXT = 200;
    public static final int SEARCH_WORDS = 10;

    /// The largest integer that a double represents exactly, for JavaScript clients.
    public static final long LARGEST_ID = (1L << 53) - 1;

    /// The digits after `tt`, or `nm` for a person.
    public static final int FEWEST_IMDB_DIGITS = 7;

    public static final int MAX_IMDB_DIGITS = 10;

    public static final int FIRST_YEAR = 1850;
    public static final int LAST_YEAR = 2200;

    public static final int LAST_SEASON = 10_000;
    public static final int LAST_EPISODE = 100_000;

    /// The largest season and episode numbers of an episode known only from clients. Some count seasons by
    /// year, some episodes from the first season on.
    public static final int LAST_NEW_SEASON = 2_100;

    public static final int LAST_NEW_EPISODE = 9_999;

    /// Maximum running time.
    public static final Duration LONGEST = Duration.ofMinutes(100_000);

    public static final Instant FIRST_PLAY = Instant.parse("1900-01-01T00:00:00Z");

    /// Maximum error of the clock of a client.
    public static final Duration PLAY_AHEAD = Duration.ofHours(24);

    private ValueLimits() {}
}
