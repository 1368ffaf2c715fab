package dev.spoolmark.activity;

/// How the items of a user are ordered in a list. Ties are ordered by id.
public enum ItemOrder {

    /// Those added last come first.
    ADDED,

    /// By folded title.
    TITLE,

    /// The newest year comes first; an unknown year is the last.
    YEAR
}
