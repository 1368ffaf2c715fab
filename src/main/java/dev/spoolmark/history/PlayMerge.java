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
    private final List<Kept> keptPlays = new ArrayList<>();
    private final Map<Long, Long> same = new HashMap<>();

    /// A stored play.
    record Kept(
            long id,
            @Nullable Instant watchedAt,
            int position,
            PlayAction action,
            @Nullable Long app,
            Instant createdAt) {

        /// A report of a player or a check-in, which is compared by time.
        boolean isReport() {
            return action != PlayAction.SEEN;
        }
    }

    /// @param unseenAt when the item was marked as unseen; older plays are removed
    PlayMerge(List<Kept> coming, List<Kept> there, Duration window, @Nullable Instant unseenAt) {
        this.window = window;
        List<Kept> free = new ArrayList<>(there);
        for (Kept play : coming) {
            if (unseenAt == null || play.createdAt().isAfter(unseenAt)) {
                place(play, free);
            }
        }
    }

    /// The plays that are kept.
    List<Kept> keptPlays() {
        return keptPlays;
    }

    /// The ids of the others, each with the play that it repeats.
    Map<Long, Long> same() {
        return same;
    }

    private void place(Kept play, List<Kept> free) {
        for (Kept other : free) {
            if (isSame(play, other)) {
                same.put(play.id(), other.id());
                free.remove(other);
                return;
            }
        }
        keptPlays.add(play);
    }

    private boolean isSame(Kept one, Kept other) {
        if (Objects.equals(one.watchedAt(), other.watchedAt())) {
            return true;
        }
        return one.watchedAt() != null
                && other.watchedAt() != null
                && (one.isReport() || other.isReport())
                && Duration.between(one.watchedAt(), other.watchedAt()).abs().compareTo(window) < 0;
    }
}
