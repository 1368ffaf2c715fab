package dev.spoolmark.catalog;

/// Which episodes count in totals: those that a source or a file lists, and where it lists none of the show, all.
/// Plays and copies of the others stay their users' own and are shown to them, but are part of no total.
///
/// [ShowGuide#isCounted] says the same of one show in memory.
public final class CountedEpisodes {

    private static final String LISTED =
            "EXISTS (SELECT 1 FROM episode l WHERE l.show_id = e.show_id AND l.provisional = FALSE)";

    /// A condition on a row `e` of `episode`.
    public static final String COUNTED = "(e.provisional = FALSE OR NOT " + LISTED + ")";

    /// The opposite.
    public static final String UNCOUNTED = "e.provisional = TRUE AND " + LISTED;

    private CountedEpisodes() {}
}
