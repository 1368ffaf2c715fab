package dev.spoolmark.transfer.format.trakt;

import dev.spoolmark.history.TimePrecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an archive says about rows of this layout in a member of its own.
public interface TraktAddition {

    /// An archive that has only the layout.
    TraktAddition NONE = new TraktAddition() {

        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public Optional<PlayAddition> play(int index, long id) {
            return Optional.empty();
        }

        @Override
        public List<String> slugs(String list) {
            return List.of();
        }
    };

    /// Whether this server has written the archive: all its times are exact.
    boolean isOwn();

    /// @param index of the row in the history, from 0
    /// @param id of the row
    Optional<PlayAddition> play(int index, long id);

    /// All slugs of a list, for its [ListOrigin].
    ///
    /// @param list number of the list in the archive
    List<String> slugs(String list);

    /// @param recordedAt when the play was stored
    record PlayAddition(Instant recordedAt, TimePrecision precision) {}
}
