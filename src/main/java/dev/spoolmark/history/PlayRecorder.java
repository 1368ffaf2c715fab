package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes plays down exactly once, together with all that follows from one: the summary, the watchlist and the
/// stamps.
///
/// Every way begins at the guard of the thing, in a transaction that the caller opened
/// (`docs/scaling.md#exactly-once-plays`).
public final class PlayRecorder {

    /// How many plays one person may have, and how many of one thing (`docs/security.md#quotas`).
    static final long MOST = 1_000_000;

    static final int MOST_OF_ONE = 10_000;

    private final ActivityStamps timeline;
    private final Watchlist watchlist;
    private final PlayDedupStore guards = new PlayDedupStore();
    private final PlayStore plays = new PlayStore();
    private final WatchedSummaryStore watched = new WatchedSummaryStore();
    private final PlayQuota quota = new PlayQuota(MOST);

    public PlayRecorder(ActivityStamps timeline, Watchlist watchlist) {
        this.timeline = timeline;
        this.watchlist = watchlist;
    }

    /// Whether the viewing is one of its own; false for another report of one that was kept.
    public boolean record(Tx tx, UserId user, PlayReport viewing, Instant now) {
        long play = tx.newId("play");
        if (!guards.tryAcceptPlay(tx, user, viewing, play, now)) {
            guards.rewindFutureGuard(tx, user, viewing, now);
            guards.extendForRetry(tx, user, viewing);
            return false;
        }
        Watchable item = viewing.item();
        plays.add(tx, user, play, viewing, now);
        watched.count(tx, user, item, viewing.watchedAt());
        watchlist.remove(tx, user, List.of(item.id()), now);
        stamp(tx, user, areas(item, Set.of(viewing.action())), now);
        return true;
    }

    /// Refuses when the person has as many plays as anybody may have, of everything or of this.
    public void enforceQuota(Tx tx, UserId user, Watchable item) {
        quota.refuseOneMore(tx, user);
        WatchedSummary known = watched.of(tx, user, List.of(item.id())).get(item.id());
        if (known != null && known.plays() >= MOST_OF_ONE) {
            throw new ProblemException(new Problem.TooMany(MOST_OF_ONE, "plays of one thing"));
        }
    }

    void refuseBeyondQuota(Tx tx, UserId user, long more) {
        quota.refuseBeyond(tx, user, more);
    }

    /// Keeps what had no play yet, and says which that was. What had one keeps its time.
    List<MediaId> markWatched(Tx tx, UserId user, List<MarkedWatched> all, @Nullable AppId app, Instant now) {
        guards.lock(tx, user, all.stream().map(MarkedWatched::item).toList());
        List<MediaId> begun = new ArrayList<>();
        Set<String> areas = new TreeSet<>();
        for (MarkedWatched seen : all) {
            if (watched.begin(tx, user, seen)) {
                plays.addSeen(tx, user, seen, app, now);
                begun.add(seen.item().id());
                areas.addAll(areas(seen.item(), Set.of(PlayAction.SEEN)));
            }
        }
        watchlist.remove(tx, user, begun, now);
        stamp(tx, user, areas, now);
        return begun;
    }

    /// Takes all plays of these away, whatever their kind, and says of how many there were any.
    int markUnwatched(Tx tx, UserId user, List<Watchable> items, Instant now) {
        guards.reset(tx, user, items);
        Map<MediaId, Set<PlayAction>> removed =
                plays.remove(tx, user, items.stream().map(Watchable::id).toList());
        Set<MediaId> marked = watched.markUnseen(tx, user, items, now);
        Set<String> areas = new TreeSet<>();
        for (Watchable item : items) {
            if (marked.contains(item.id())) {
                areas.addAll(areas(item, removed.getOrDefault(item.id(), Set.of())));
            }
        }
        stamp(tx, user, areas, now);
        return removed.size();
    }

    private static Set<String> areas(Watchable item, Set<PlayAction> actions) {
        Set<String> areas = new TreeSet<>();
        areas.add(item.kind().key() + ".watched");
        actions.forEach(action -> areas.add(item.kind().key() + "." + action.key()));
        return areas;
    }

    private void stamp(Tx tx, UserId user, Set<String> areas, Instant now) {
        timeline.changed(tx, user, areas, now);
    }
}
