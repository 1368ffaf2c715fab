package dev.spoolmark.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How precisely the time of a play is known. The numbers are stored and never change.
public enum TimePrecision {

    /// Day and clock time.
    INSTANT(0),

    DAY(1),

    MONTH(2),

    YEAR(3),

    /// Not even the year.
    UNKNOWN(4);

    private static final Map<String, TimePrecision> BY_KEY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(TimePrecision::key, precision -> precision));

    private final int number;

    TimePrecision(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// Whether there is a day, a month or a year without a clock time.
    public boolean isDate() {
        return this == DAY || this == MONTH || this == YEAR;
    }

    /// The name in exports and forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty if none has the number.
    public static Optional<TimePrecision> find(int number) {
        return Arrays.stream(values())
                .filter(precision -> precision.number == number)
                .findFirst();
    }

    /// Empty if none has the name.
    public static Optional<TimePrecision> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
