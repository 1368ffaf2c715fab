package dev.spoolmark.activity;

/// How the items of a user are ordered in a list. Ties are ordered by id.
public enum ItemOrder {

    /// The order that the user has given them.
    RANK,

    /// Those added last come first.
    ADDED,

    /// By folded title.
    TITLE,

    /// The newest year comes first; an unknown year is the last.
    YEAR,

    /// The shortest comes first; an unknown length counts as 0. An episode has the length of those of its show.
    RUNTIME,

    /// The highest rating of the user comes first; items without one are the last.
    RATING;

    /// Whether the smallest value comes first.
    public boolean isAscending() {
        return switch (this) {
            case RANK, TITLE, RUNTIME -> true;
            case ADDED, YEAR, RATING -> false;
        };
    }
}
