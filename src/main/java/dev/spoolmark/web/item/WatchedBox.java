package dev.spoolmark.web.item;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The forms that mark an item, or several episodes, as watched.
///
/// @param key names the item in forms
/// @param isSingle a movie or episode, which can be watched several times
/// @param isWatched whether all of it is watched
/// @param choices what the button marks; one for a movie
/// @param today the last day that can be chosen
/// @param plays the newest ones of a movie or episode
/// @param hasMore whether it has more plays
/// @param history address of all its plays, with the base path
/// @param companions names of friends to whom a single play can be offered
public record WatchedBox(
        String key,
        boolean isSingle,
        boolean isWatched,
        List<ScopeChoice> choices,
        LocalDate today,
        @Nullable String aired,
        List<PlayLine> plays,
        boolean hasMore,
        String history,
        List<String> companions) {

    public WatchedBox {
        choices = List.copyOf(choices);
        plays = List.copyOf(plays);
        companions = List.copyOf(companions);
    }

    /// Without companions.
    WatchedBox(
            String key,
            boolean isSingle,
            boolean isWatched,
            List<ScopeChoice> choices,
            LocalDate today,
            @Nullable String aired,
            List<PlayLine> plays,
            boolean hasMore,
            String history) {
        this(key, isSingle, isWatched, choices, today, aired, plays, hasMore, history, List.of());
    }

    /// Whether it can be watched once more at an unknown time.
    public boolean hasOnceMore() {
        return isSingle && !plays.isEmpty();
    }

    /// Identifies this page in a form that adds a play, so that the form adds it once.
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /// The same with friends to whom a single play can be offered.
    WatchedBox withCompanions(List<String> names) {
        return new WatchedBox(key, isSingle, isWatched, choices, today, aired, plays, hasMore, history, names);
    }

    /// Episodes that one form marks.
    ///
    /// @param key names the item that the form sends
    /// @param scope what the form sends beside it
    /// @param label on the button, with the number of episodes
    /// @param count how many would be marked
    public record ScopeChoice(String key, String scope, String label, int count) {}
}
