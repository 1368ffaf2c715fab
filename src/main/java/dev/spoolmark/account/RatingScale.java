package dev.spoolmark.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The scale on which pages show and take ratings. Ratings are stored from 1 to 10 in any case.
public enum RatingScale {

    /// 1 to 10.
    TEN,

    /// 10 to 100 in tens.
    HUNDRED,
    /// Half a star to five stars, in halves.
    FIVE_HALVES,

    /// One to five stars.
    FIVE,

    /// Thumb up or down.
    THUMBS;

    /// The stored form and the value in forms, for example `five_halves`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RatingScale> ofKey(String key) {
        return Arrays.stream(values()).filter(scale -> scale.key().equals(key)).findFirst();
    }
}
