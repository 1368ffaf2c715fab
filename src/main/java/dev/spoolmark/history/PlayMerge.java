package dev.spoolmark.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which plays of a thing that became another are plays of their own there, and which are the same viewing again.
final class PlayMerge {

    private final Duration window;
    private final List<Kept> keptPlays = new ArrayList<>();
    private final Map<Long, Long> same = new HashMap<>();

    /// A play as it stands in the store.
    record Kept(
            long id,
            @Nullable Instant watchedAt,
            int ord,
            PlayAction action,
            @Nullable Long app,
            Instant createdAt) {

        /// A report of a player or a check-in, which the gate compares by time.
        boolean isReport() {
            return action != PlayAction.SEEN;
        }
    }

    /// @param unseenAt when it was said that nothing of the whole was seen; what is older is gone
    PlayMerge(List<Kept> coming, List<Kept> there, Duration window, @Nullable Instant unseenAt) {
        this.window = window;
        List<Kept> free = new ArrayList<>(there);
        for (Kept play : coming) {
            if (unseenAt == null || play.createdAt().isAfter(unseenAt)) {
                place(play, free);
            }
        }
    }

    /// Those that are plays of their own.
    List<Kept> keptPlays() {
        return keptPlays;
    }

    /// The numbers of those that are not, and of the play that each is.
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
