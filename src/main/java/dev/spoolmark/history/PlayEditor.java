package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.WatchedRebuildStore.TotalsKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes single plays, with what follows from it: summary and stamps.
///
/// All methods run in a transaction of the caller.
final class PlayEditor {

    private final ActivityStamps stamps;
    private final PlayDedupStore guards = new PlayDedupStore();
    private final HistoryPageStore pages = new HistoryPageStore();
    private final PlayEditStore plays = new PlayEditStore();

    PlayEditor(ActivityStamps stamps) {
        this.stamps = stamps;
    }

    /// Sets the time of a play. The dedup window stays as it is: it belongs to the reports of the viewing, and a
    /// repetition of one of them is still no new play.
    ///
    /// @param at null for an unknown time
    /// @return whether the user has such a play
    boolean setTime(Tx tx, UserId user, long id, @Nullable Instant at, Instant now) {
        List<PlayEntry> found = pages.find(tx, user, List.of(id));
        if (found.isEmpty()) {
            return false;
        }
        PlayEntry play = found.getFirst();
        guards.lock(tx, user, List.of(play.item()));
        if (!Objects.equals(play.watchedAt(), at)) {
            plays.setTime(tx, user, play, at);
            recount(tx, user, List.of(play.item()));
            stamps.changed(tx, user, PlayRecorder.changes(play.item(), Set.of(play.action()), false), now);
        }
        return true;
    }

    /// Computes the summaries of these items again.
    static void recount(Tx tx, UserId user, List<Watchable> items) {
        WatchedRebuildStore.correct(
                tx,
                items.stream()
                        .map(item -> new TotalsKey(
                                user.value(), item.kind().number(), item.id().value()))
                        .sorted()
                        .toList());
    }
}
