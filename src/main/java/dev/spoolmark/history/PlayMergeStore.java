package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PlayMerge.StoredPlay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Moves plays from one item to another.
final class PlayMergeStore {

    private static final String OF_ITEM = "user_id = ? AND kind = ? AND item_id = ?";

    private static final String COLUMNS = "play_id, watched_at, position, action, app_id, created_at, time_precision";

    /// The items for which the user has a play, a summary or a dedup row.
    List<Long> withPlays(Tx tx, UserId user, Collection<UserDataMove> moves) {
        return of(tx, user, moves, UserDataMove::from, List.of("watched", "play", "play_dedup"));
    }

    /// The replacements for which the user has a play or a summary already.
    List<Long> occupied(Tx tx, UserId user, Collection<UserDataMove> moves) {
        return of(tx, user, moves, UserDataMove::to, List.of("watched", "play"));
    }

    private static List<Long> of(
            Tx tx,
            UserId user,
            Collection<UserDataMove> moves,
            ToLongFunction<UserDataMove> item,
            List<String> tables) {
        List<Long> found = new ArrayList<>();
        for (Kind kind : List.of(Kind.MOVIE, Kind.EPISODE)) {
            List<Long> items = moves.stream()
                    .filter(move -> move.kind() == kind)
                    .map(item::applyAsLong)
                    .distinct()
                    .sorted()
                    .toList();
            for (String table : items.isEmpty() ? List.<String>of() : tables) {
                found.addAll(tx.query(
                        "SELECT DISTINCT item_id FROM " + table + " WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(items.size()) + ") ORDER BY item_id",
                        row -> row.getLong(1),
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(items)));
            }
        }
        return found.stream().distinct().toList();
    }

    /// Moves the data of items whose replacement has none. Returns the areas that have changed.
    Set<ActivityArea> moveUncontested(Tx tx, UserId user, List<UserDataMove> moves) {
        List<Object[]> items = moves.stream()
                .map(move -> new Object[] {
                    move.to(), move.show(), user.value(), move.kind().number(), move.from()
                })
                .toList();
        List<Object[]> keys = moves.stream()
                .map(move -> new Object[] {move.to(), user.value(), move.kind().number(), move.from()})
                .toList();
        Set<ActivityArea> areas = areas(tx, user, moves);
        tx.updateAll("UPDATE play SET item_id = ?, show_id = ? WHERE " + PlayStore.OF_ITEM, items);
        tx.updateAll("UPDATE watched SET item_id = ?, show_id = ? WHERE " + OF_ITEM, items);
        tx.updateAll(
                "DELETE FROM play_dedup WHERE user_id = ? AND kind = ? AND item_id = ?",
                moves.stream()
                        .map(move -> new Object[] {user.value(), move.kind().number(), move.to()})
                        .toList());
        tx.updateAll("UPDATE play_dedup SET item_id = ? WHERE user_id = ? AND kind = ? AND item_id = ?", keys);
        return areas;
    }

    private static Set<ActivityArea> areas(Tx tx, UserId user, List<UserDataMove> moves) {
        Set<ActivityArea> areas = EnumSet.noneOf(ActivityArea.class);
        moves.stream().collect(Collectors.groupingBy(UserDataMove::kind)).forEach((kind, batch) -> {
            areas.add(ActivityArea.of(kind, ActivityType.WATCHED));
            tx.forEach(
                    "SELECT DISTINCT action FROM play WHERE " + PlayStore.ofItems(batch.size()) + " ORDER BY action",
                    row -> areas.add(
                            ActivityArea.of(kind, PlayAction.of(row.getInt(1)).type())),
                    user.value(),
                    kind.number(),
                    Tx.padToPlaceholders(batch.stream().map(UserDataMove::from).toList()));
        });
        return areas;
    }

    /// Deletes the plays of an item and returns them, oldest first.
    List<StoredPlay> remove(Tx tx, UserId user, Watchable item) {
        return inOrder(tx.query(
                "DELETE FROM play WHERE " + PlayStore.OF_ITEM + " RETURNING " + COLUMNS,
                PlayMergeStore::storedPlay,
                user.value(),
                item.kind().number(),
                item.id().value()));
    }

    List<StoredPlay> of(Tx tx, UserId user, Watchable item) {
        return inOrder(tx.query(
                "SELECT " + COLUMNS + " FROM play WHERE " + PlayStore.OF_ITEM + " ORDER BY play_id",
                PlayMergeStore::storedPlay,
                user.value(),
                item.kind().number(),
                item.id().value()));
    }

    /// Plays at the same time differ in `position`, which continues after the existing plays.
    void add(Tx tx, UserId user, Watchable item, List<StoredPlay> plays) {
        for (StoredPlay play : plays) {
            Instant at = play.watchedAt();
            tx.update(
                    """
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, time_precision, position, action,
                        app_id, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?,
                            (SELECT coalesce(max(position) + 1, 0) FROM play
                             WHERE user_id = ? AND kind = ? AND item_id = ? AND coalesce(watched_at, 0) = ?),
                            ?, ?, ?)
                    """,
                    user.value(),
                    play.id(),
                    item.kind().number(),
                    item.id().value(),
                    item.showNumber(),
                    at,
                    play.time().precision().number(),
                    user.value(),
                    item.kind().number(),
                    item.id().value(),
                    at == null ? 0L : at.toEpochMilli(),
                    play.action().number(),
                    play.app(),
                    play.createdAt());
        }
    }

    /// The runtime in the catalog, if known.
    @Nullable
    Duration runtime(Tx tx, Watchable item) {
        String sql = item.kind() == Kind.MOVIE ? "SELECT runtime FROM movie WHERE movie_id = ?" : """
                SELECT coalesce(e.runtime, s.runtime) FROM episode e JOIN show s ON s.show_id = e.show_id
                WHERE e.episode_id = ?""";
        return tx
                .query(sql, row -> Duration.ofMinutes(row.getLong(1)), item.id().value())
                .stream()
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(null);
    }

    /// When the user marked the item as unseen, if that was after it had been merged.
    @Nullable
    Instant markedUnseen(Tx tx, UserId user, Watchable item, Instant since) {
        return tx.findFirst(
                        """
                        SELECT unseen_at FROM watched
                        WHERE user_id = ? AND kind = ? AND item_id = ? AND unseen_at >= ?
                        """,
                        row -> row.instant(1),
                        user.value(),
                        item.kind().number(),
                        item.id().value(),
                        since)
                .orElse(null);
    }

    /// Whether any row had another show.
    boolean correctShow(Tx tx, UserId user, Watchable item) {
        int corrected = 0;
        for (String rows : List.of(
                "play SET show_id = ? WHERE " + PlayStore.OF_ITEM, "watched SET show_id = ? WHERE " + OF_ITEM)) {
            corrected += tx.update(
                    "UPDATE " + rows + " AND show_id <> ?",
                    item.showNumber(),
                    user.value(),
                    item.kind().number(),
                    item.id().value(),
                    item.showNumber());
        }
        return corrected > 0;
    }

    private static List<StoredPlay> inOrder(List<StoredPlay> plays) {
        return plays.stream()
                .sorted(Comparator.comparing(StoredPlay::watchedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparingInt(StoredPlay::position)
                        .thenComparingLong(StoredPlay::id))
                .toList();
    }

    private static StoredPlay storedPlay(Row row) {
        return new StoredPlay(
                row.getLong(1),
                WatchedTime.stored(row.instantOrNull(2), row.getInt(7)),
                row.getInt(3),
                PlayAction.of(row.getInt(4)),
                row.numberOrNull(5),
                row.instant(6));
    }
}
