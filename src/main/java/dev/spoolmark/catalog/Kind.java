package dev.spoolmark.catalog;

import java.util.Locale;

/// The kinds of things there are. The numbers stand in the store and never change.
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

    /// The kind with that number in the store.
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

    /// The word for this kind, as it is written in stamps and answers: `movie`, `show`, …
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
