package dev.spoolmark.catalog;

/// SQL conditions for the episodes that count in totals: those that a source or file lists, or all if no
/// source or file lists episodes of the show. Plays and collected copies of other episodes are shown to their
/// user but are part of no total.
///
/// [ShowGuide#isCounted] is the same rule for a show in memory.
public final class CountedEpisodesSql {

    private static final String LISTED =
            "EXISTS (SELECT 1 FROM episode l WHERE l.show_id = e.show_id AND l.provisional = FALSE)";

    /// For a row `e` of `episode`.
    public static final String COUNTED = "(e.provisional = FALSE OR NOT " + LISTED + ")";

    /// The opposite of [#COUNTED].
    public static final String UNCOUNTED = "e.provisional = TRUE AND " + LISTED;

    private CountedEpisodesSql() {}
}
