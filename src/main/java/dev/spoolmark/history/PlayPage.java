package dev.spoolmark.history;

import java.util.List;
import java.util.Optional;

/// Some plays of the history, newest first; those of unknown time are the last.
///
/// @param next where the next page begins, if there is one
public record PlayPage(List<PlayEntry> plays, Optional<PlayPosition> next) {

    public PlayPage {
        plays = List.copyOf(plays);
    }

    /// @param plays up to one more than a page has
    static PlayPage of(List<PlayEntry> plays, int size) {
        return plays.size() <= size
                ? new PlayPage(plays, Optional.empty())
                : new PlayPage(plays.subList(0, size), Optional.of(PlayPosition.of(plays.get(size - 1))));
    }
}
