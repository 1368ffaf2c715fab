package dev.spoolmark.web.item;

/// An episode in the grid of a show or in the list of a season.
///
/// @param key names the episode in forms
/// @param address of its page, with the base path
/// @param number in the season
/// @param title with its number; empty in the grid of a very long show
/// @param marks in words: watched, collected, rating
/// @param when it airs or aired; may be empty
/// @param score of the user; 0 for none
/// @param isWatched in the current run
/// @param left the number of aired episodes up to this one that are not watched
/// @param plays the number of plays in all runs
public record EpisodeCell(
        String key,
        String address,
        int number,
        String title,
        String marks,
        String when,
        boolean isWatched,
        boolean isCollected,
        boolean hasAired,
        int score,
        int left,
        int plays) {

    /// Whether a button that marks everything up to here does more than the one for this episode.
    public boolean hasEarlierLeft() {
        return hasAired && left > (isWatched ? 0 : 1);
    }

    EpisodeCell withoutTitle() {
        return new EpisodeCell(
                key, address, number, "", marks, when, isWatched, isCollected, hasAired, score, left, plays);
    }

    /// The classes in the style sheet.
    public String css() {
        return "cell" + (isWatched ? " cell-watched" : "") + (isCollected ? " cell-collected" : "")
                + (score > 0 ? " cell-rated" : "") + (hasAired ? "" : " cell-future");
    }
}
