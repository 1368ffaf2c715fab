package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Move;
import dev.spoolmark.history.MovedPlays.Kept;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes plays from under one item and puts them under another.
final class PlayMoveStore {

    private static final String COLUMNS = "play_id, watched_at, ord, action, app_id, created_at";

    /// Those of these items of which the person has a play, a sum or a gate.
    List<Long> withPlays(Tx tx, UserId user, Collection<Move> moves) {
        return of(tx, user, moves, Move::from, List.of("watched", "play", "play_guard"));
    }

    /// Those of the items to come to of which the person has a play or a sum already.
    List<Long> standing(Tx tx, UserId user, Collection<Move> moves) {
        return of(tx, user, moves, Move::to, List.of("watched", "play"));
    }

    private static List<Long> of(
            Tx tx, UserId user, Collection<Move> moves, ToLongFunction<Move> item, List<String> tables) {
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
                                + Tx.marks(items.size()) + ") ORDER BY item_id",
                        row -> row.number(1),
                        user.value(),
                        kind.number(),
                        Tx.padded(items)));
            }
        }
        return found.stream().distinct().toList();
    }

    /// Moves everything where nothing stands yet; gives the areas in which something changed.
    Set<String> moveAlone(Tx tx, UserId user, List<Move> moves) {
        List<Object[]> items = moves.stream()
                .map(move -> new Object[] {
                    move.to(), move.show(), user.value(), move.kind().number(), move.from()
                })
                .toList();
        List<Object[]> gates = moves.stream()
                .map(move -> new Object[] {move.to(), user.value(), move.kind().number(), move.from()})
                .toList();
        Set<String> areas = areas(tx, user, moves);
        for (String table : List.of("play", "watched")) {
            tx.updateAll(
                    "UPDATE " + table + " SET item_id = ?, show_id = ? WHERE user_id = ? AND kind = ? AND item_id = ?",
                    items);
        }
        tx.updateAll(
                "DELETE FROM play_guard WHERE user_id = ? AND kind = ? AND item_id = ?",
                moves.stream()
                        .map(move -> new Object[] {user.value(), move.kind().number(), move.to()})
                        .toList());
        tx.updateAll("UPDATE play_guard SET item_id = ? WHERE user_id = ? AND kind = ? AND item_id = ?", gates);
        return areas;
    }

    private static Set<String> areas(Tx tx, UserId user, List<Move> moves) {
        Set<String> areas = new TreeSet<>();
        moves.stream().collect(Collectors.groupingBy(Move::kind)).forEach((kind, some) -> {
            areas.add(kind.word() + ".watched");
            tx.each(
                    "SELECT DISTINCT action FROM play WHERE user_id = ? AND kind = ? AND item_id IN ("
                            + Tx.marks(some.size()) + ") ORDER BY action",
                    row -> areas.add(
                            kind.word() + "." + PlayAction.of(row.count(1)).word()),
                    user.value(),
                    kind.number(),
                    Tx.padded(some.stream().map(Move::from).toList()));
        });
        return areas;
    }

    /// Takes the plays away from where they are, the oldest first.
    List<Kept> take(Tx tx, UserId user, Watchable item) {
        return inOrder(tx.query(
                "DELETE FROM play WHERE user_id = ? AND kind = ? AND item_id = ? RETURNING " + COLUMNS,
                PlayMoveStore::kept,
                user.value(),
                item.kind().number(),
                item.id().value()));
    }

    List<Kept> of(Tx tx, UserId user, Watchable item) {
        return inOrder(tx.query(
                "SELECT " + COLUMNS + " FROM play WHERE user_id = ? AND kind = ? AND item_id = ? ORDER BY play_id",
                PlayMoveStore::kept,
                user.value(),
                item.kind().number(),
                item.id().value()));
    }

    /// Plays of one moment are told apart by their `ord`, counted on from those that are there.
    void add(Tx tx, UserId user, Watchable item, List<Kept> plays) {
        for (Kept play : plays) {
            Instant at = play.watchedAt();
            tx.update(
                    """
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, ord, action, app_id, created_at)
                    VALUES (?, ?, ?, ?, ?, ?,
                            (SELECT coalesce(max(ord) + 1, 0) FROM play
                             WHERE user_id = ? AND kind = ? AND item_id = ? AND coalesce(watched_at, 0) = ?),
                            ?, ?, ?)
                    """,
                    user.value(),
                    play.id(),
                    item.kind().number(),
                    item.id().value(),
                    item.showNumber(),
                    at,
                    user.value(),
                    item.kind().number(),
                    item.id().value(),
                    at == null ? 0L : at.toEpochMilli(),
                    play.action().number(),
                    play.app(),
                    play.createdAt());
        }
    }

    /// How long the thing runs, as far as the catalogue knows.
    @Nullable
    Duration runtime(Tx tx, Watchable item) {
        String sql = item.kind() == Kind.MOVIE ? "SELECT runtime FROM movie WHERE movie_id = ?" : """
                SELECT coalesce(e.runtime, s.runtime) FROM episode e JOIN show s ON s.show_id = e.show_id
                WHERE e.episode_id = ?""";
        return tx.query(sql, row -> Duration.ofMinutes(row.number(1)), item.id().value()).stream()
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(null);
    }

    /// When somebody said that the thing was not watched, if that was after it had become one.
    @Nullable
    Instant saidUnseen(Tx tx, UserId user, Watchable item, Instant since) {
        return tx.first(
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

    /// Whether anything stood under another show.
    boolean correctShow(Tx tx, UserId user, Watchable item) {
        int corrected = 0;
        for (String table : List.of("play", "watched")) {
            corrected += tx.update(
                    "UPDATE " + table
                            + " SET show_id = ? WHERE user_id = ? AND kind = ? AND item_id = ? AND show_id <> ?",
                    item.showNumber(),
                    user.value(),
                    item.kind().number(),
                    item.id().value(),
                    item.showNumber());
        }
        return corrected > 0;
    }

    private static List<Kept> inOrder(List<Kept> plays) {
        return plays.stream()
                .sorted(Comparator.comparing(Kept::watchedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparingInt(Kept::ord)
                        .thenComparingLong(Kept::id))
                .toList();
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.number(1),
                row.instantOrNull(2),
                row.count(3),
                PlayAction.of(row.count(4)),
                row.numberOrNull(5),
                row.instant(6));
    }
}
