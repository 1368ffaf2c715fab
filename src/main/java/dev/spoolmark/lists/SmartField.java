package dev.spoolmark.lists;

/// What a condition of a smart list compares.
public enum SmartField {
    GENRE(Value.TEXT),
    NOT_GENRE(Value.TEXT),

    /// The first year.
    YEAR_FROM(Value.YEAR),

    /// The last year.
    YEAR_TO(Value.YEAR),

    /// The rating of the owner is at least this.
    RATING_FROM(Value.SCORE),

    /// The rating of the owner is at most this.
    RATING_TO(Value.SCORE),

    /// The movie, or all aired episodes of the show.
    WATCHED(Value.NONE),
    UNWATCHED(Value.NONE),
    COLLECTED(Value.NONE),
    NOT_COLLECTED(Value.NONE),
    IN_WATCHLIST(Value.NONE),
    NOT_IN_WATCHLIST(Value.NONE),

    /// Network of a show.
    NETWORK(Value.TEXT),

    /// Country of a show.
    COUNTRY(Value.TEXT),
    CERTIFICATION(Value.TEXT),

    /// Minutes.
    RUNTIME_FROM(Value.MINUTES),

    /// Minutes.
    RUNTIME_TO(Value.MINUTES),

    /// Added to a source within this number of days.
    ADDED_DAYS(Value.DAYS);

    /// The values that a field has.
    enum Value {
        NONE(0, 0),
        TEXT(0, 0),
        YEAR(1850, 2200),
        SCORE(1, 10),
        MINUTES(1, 100_000),
        DAYS(1, 36_500);

        private final int lowest;
        private final int highest;

        Value(int lowest, int highest) {
            this.lowest = lowest;
            this.highest = highest;
        }

        boolean isNumber() {
            return highest > 0;
        }

        boolean contains(int number) {
            return number >= lowest && number <= highest;
        }
    }

    private final Value value;

    SmartField(Value value) {
        this.value = value;
    }

    Value value() {
        return value;
    }

    /// Whether a condition of this field has a value.
    public boolean hasValue() {
        return value != Value.NONE;
    }
}
