package dev.spoolmark.catalog;

import java.util.Locale;

/// The kinds of items. The numbers are stored and never change.
public enum Kind {
    MOVIE(1),
    SHOW(2),
    SEASON(3),
    EPISODE(4),
    PERSON(5),
    LIST(6);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    /// @throws IllegalArgumentException if no kind has this number
    public static Kind of(int number) {
        return switch (number) {
            case 1 -> MOVIE;
            case 2 -> SHOW;
            case 3 -> SEASON;
            case 4 -> EPISODE;
            case 5 -> PERSON;
            case 6 -> LIST;
            default -> throw new IllegalArgumentException("no kind has the number " + number);
        };
    }

    public int number() {
        return number;
    }

    /// @return the name in JSON and in stored stamps: `movie`, `show`, ...
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
