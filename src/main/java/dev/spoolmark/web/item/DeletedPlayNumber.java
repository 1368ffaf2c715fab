package dev.spoolmark.web.item;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.web.UndoToken;
import java.util.Optional;

/// The number in the [UndoToken] of a deleted play: how it was recorded, and how precisely its time is known.
final class DeletedPlayNumber {

    private static final int PRECISIONS = 10;

    private DeletedPlayNumber() {}

    static int of(PlayEntry play) {
        return play.action().number() + PRECISIONS * play.time().precision().number();
    }

    /// The play, without an id; empty for a token with another number.
    static Optional<PlayEntry> play(UndoToken undo, Watchable item) {
        return PlayAction.find(undo.number() % PRECISIONS)
                .map(action ->
                        new PlayEntry(0, item, WatchedTime.stored(undo.at(), undo.number() / PRECISIONS), action));
    }
}
