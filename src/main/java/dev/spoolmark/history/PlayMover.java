package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Moves plays, summaries and dedup rows when items are merged. A viewing that was reported for both items
/// becomes one play by the dedup rule (`docs/scaling.md#exactly-once-plays`); then the summary is recomputed.
public final class PlayMover implements UserDataMover {

    /// Only used to find users: these rows are recomputed, not moved.
    private static final UserItemTable SUMS = new UserItemTable("watched", List.of(), List.of(), true, "NOTHING");

    private static final UserItemTable PLAYS = new UserItemTable("play", List.of(), List.of(), true, "NOTHING");

    private final ActivityStamps stamps;
    private final PlayDedupStore guards = new PlayDedupStore();
    private final PlayDedupMergeStore movedGuards = new PlayDedupMergeStore();
    private final PlayMergeStore store = new PlayMergeStore();
    private final WatchedMergeStore sums = new WatchedMergeStore();

    public PlayMover(ActivityStamps stamps) {
        this.stamps = stamps;
    }

    @Override
    public Set<String> tables() {
        return Set.of("play", "watched", "play_dedup");
    }

    @Override
    public List<Long> affectedUsers(Tx tx, List<UserDataMove> moves, long after, int limit) {
        return Stream.concat(
                        SUMS.findUsers(tx, moves, after, limit).stream(),
                        PLAYS.findUsers(tx, moves, after, limit).stream())
                .toList();
    }

    @Override
    public void migrate(Tx tx, long userId, List<UserDataMove> moves, Instant now) {
        UserId user = new UserId(userId);
        Map<Long, UserDataMove> byItem = moves.stream()
                .filter(move -> move.kind() == Kind.MOVIE || move.kind() == Kind.EPISODE)
                .collect(Collectors.toMap(UserDataMove::from, Function.identity()));
        List<UserDataMove> affected = store.withPlays(tx, user, byItem.values()).stream()
                .map(byItem::get)
                .flatMap(Stream::ofNullable)
                .toList();
        guards.lock(
                tx, user, affected.stream().flatMap(PlayMover::ends).distinct().toList());
        Set<Long> occupied = new HashSet<>(store.occupied(tx, user, affected));
        List<UserDataMove> uncontested = new ArrayList<>();
        List<UserDataMove> conflicting = new ArrayList<>();
        for (UserDataMove move : affected) {
            boolean isFirst = !move.isWithinItem() && occupied.add(move.to());
            (isFirst ? uncontested : conflicting).add(move);
        }
        Set<ActivityArea> areas = EnumSet.noneOf(ActivityArea.class);
        areas.addAll(store.moveUncontested(tx, user, uncontested));
        conflicting.forEach(move -> move(tx, user, move, areas));
        if (!affected.isEmpty()) {
            PlayMonthStore.changedAll(tx, user);
        }
        stamps.touch(tx, user, areas, now);
    }

    private static Stream<Watchable> ends(UserDataMove move) {
        int kind = move.kind().number();
        return Stream.of(Watchable.of(kind, move.from(), move.show()), Watchable.of(kind, move.to(), move.show()));
    }

    /// For a user who has data about both items. Both dedup rows are locked.
    private void move(Tx tx, UserId user, UserDataMove move, Set<ActivityArea> areas) {
        Watchable to = Watchable.of(move.kind().number(), move.to(), move.show());
        Watchable from = Watchable.of(move.kind().number(), move.from(), move.show());
        if (move.isWithinItem()) {
            if (store.correctShow(tx, user, to)) {
                areas.add(ActivityArea.of(to.kind(), ActivityType.WATCHED));
            }
            return;
        }
        PlayMerge moved = new PlayMerge(
                store.remove(tx, user, from),
                store.of(tx, user, to),
                PlayReport.window(to.kind(), store.runtime(tx, to)),
                store.markedUnseen(tx, user, to, move.since()));
        store.add(tx, user, to, moved.newPlays());
        movedGuards.move(tx, user, from, to, moved.same());
        sums.recount(tx, user, from, to);
        areas.add(ActivityArea.of(to.kind(), ActivityType.WATCHED));
        moved.newPlays()
                .forEach(play ->
                        areas.add(ActivityArea.of(to.kind(), play.action().type())));
    }
}
