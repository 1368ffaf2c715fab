package dev.spoolmark.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides which plays of a merged item are new plays of its replacement, and which repeat one.
final class PlayMerge {

    private final Duration window;
    private final List<StoredPlay> newPlays = new ArrayList<>();
    private final Map<Long, Long> same = new HashMap<>();

    /// A stored play.
    record StoredPlay(
            long id,
            WatchedTime time,
            int position,
            PlayAction action,
            @Nullable Long app,
            Instant createdAt) {

        @Nullable
        Instant watchedAt() {
            return time.at();
        }

        /// A report of a player or a check-in, which is compared by time.
        boolean isReport() {
            return action != PlayAction.SEEN;
        }
    }

    /// @param unseenAt when the item was marked as unseen; older plays are removed
    PlayMerge(List<StoredPlay> incoming, List<StoredPlay> existing, Duration window, @Nullable Instant unseenAt) {
        this.window = window;
        List<StoredPlay> free = new ArrayList<>(existing);
        for (StoredPlay play : incoming) {
            if (unseenAt == null || play.createdAt().isAfter(unseenAt)) {
                add(play, free);
            }
        }
    }

    /// The plays that are kept.
    List<StoredPlay> newPlays() {
        return newPlays;
    }

    /// The ids of the others, each with the play that it repeats.
    Map<Long, Long> same() {
        return same;
    }

    private void add(StoredPlay play, List<StoredPlay> free) {
        for (StoredPlay other : free) {
            if (isSame(play, other)) {
                same.put(play.id(), other.id());
                free.remove(other);
                return;
            }
        }
        newPlays.add(play);
    }

    private boolean isSame(StoredPlay one, StoredPlay other) {
        if (Objects.equals(one.watchedAt(), other.watchedAt())) {
            return true;
        }
        return one.watchedAt() != null
                && other.watchedAt() != null
                && (one.isReport() || other.isReport())
                && Duration.between(one.watchedAt(), other.watchedAt()).abs().compareTo(window) < 0;
    }
}
