package dev.spoolmark.catalog;

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

    public int number() {
        return number;
    }

    /// The word for this kind, as it is written in stamps and answers: `movie`, `show`, …
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
