package dev.spoolmark.watchlist;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;

/// Keeps watchlists, one row for each person and thing.
final class WatchlistStore {

    private static final int CHUNK = 500;

    /// Which of them were not there. The statement itself decides, so that two calls at once never both add one
    /// thing. New ones stand behind all others.
    List<MediaId> add(Tx tx, UserId user, List<WatchlistEntry> wishes, Instant at) {
        int rank = lastRank(tx, user);
        List<Object> values = new ArrayList<>();
        for (WatchlistEntry wish : Tx.padToPlaceholders(wishes)) {
            MediaId item = wish.item();
            values.addAll(List.of(user.value(), item.kind().number(), item.value(), wish.show()));
            values.addAll(List.of(tx.newId("entry"), at, ++rank));
        }
        Set<Long> added = new HashSet<>(tx.query(
                "INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank) VALUES "
                        + Tx.valueTuples(7, wishes.size())
                        + " ON CONFLICT (user_id, kind, item_id) DO NOTHING RETURNING item_id",
                row -> row.getLong(1),
                values));
        return presentIn(wishes.stream().map(WatchlistEntry::item).toList(), added);
    }

    /// Which of them were there.
    List<MediaId> remove(Tx tx, UserId user, List<? extends MediaId> items) {
        Set<Long> removed = new HashSet<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> tx.forEach(
                        "DELETE FROM watchlist_item WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(ids.size()) + ") RETURNING item_id",
                        row -> removed.add(row.getLong(1)),
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(ids)));
        return presentIn(items, removed);
    }

    int count(Tx tx, UserId user) {
        return tx.findFirst("SELECT count(*) FROM watchlist_item WHERE user_id = ?", row -> row.getInt(1), user.value())
                .orElse(0);
    }

    Map<MediaId, Instant> since(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, Instant> found = new HashMap<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> ids.stream()
                        .gather(Gatherers.windowFixed(CHUNK))
                        .forEach(batch -> tx.forEach(
                                "SELECT item_id, listed_at FROM watchlist_item WHERE user_id = ? AND kind = ? AND item_id IN ("
                                        + Tx.placeholders(batch.size()) + ") ORDER BY item_id",
                                row -> found.put(MediaId.of(kind, row.getLong(1)), row.instant(2)),
                                user.value(),
                                kind.number(),
                                Tx.padToPlaceholders(batch))));
        return found;
    }

    List<MediaId> of(Tx tx, UserId user, Kind kind) {
        return tx.ids("""
                SELECT item_id FROM watchlist_item
                WHERE user_id = ? AND kind = ?
                ORDER BY listed_at DESC, item_id DESC
                """, number -> MediaId.of(kind, number), user.value(), kind.number());
    }

    List<ShowId> showsOfEpisodes(Tx tx, UserId user) {
        return tx.ids("""
                SELECT show_id FROM watchlist_item
                WHERE user_id = ? AND kind = ?
                GROUP BY show_id
                ORDER BY max(listed_at) DESC, max(item_id) DESC
                """, ShowId::new, user.value(), Kind.EPISODE.number());
    }

    Map<ShowId, List<EpisodeId>> episodes(Tx tx, UserId user, Collection<ShowId> shows) {
        Map<ShowId, List<EpisodeId>> found = new HashMap<>();
        List<Long> ids = shows.stream().map(ShowId::value).toList();
        tx.forEach(
                "SELECT show_id, item_id FROM watchlist_item WHERE user_id = ? AND kind = ? AND show_id IN ("
                        + Tx.placeholders(ids.size()) + ") ORDER BY listed_at DESC, item_id DESC",
                row -> found.computeIfAbsent(new ShowId(row.getLong(1)), show -> new ArrayList<>())
                        .add(new EpisodeId(row.getLong(2))),
                user.value(),
                Kind.EPISODE.number(),
                Tx.padToPlaceholders(ids));
        return found;
    }

    private static int lastRank(Tx tx, UserId user) {
        return tx.findFirst(
                        "SELECT coalesce(max(rank), 0) FROM watchlist_item WHERE user_id = ?",
                        row -> row.getInt(1),
                        user.value())
                .orElse(0);
    }

    /// Item numbers are unique over all kinds, so a number alone finds its item again.
    private static List<MediaId> presentIn(List<? extends MediaId> items, Set<Long> numbers) {
        return items.stream()
                .filter(item -> numbers.contains(item.value()))
                .<MediaId>map(item -> item)
                .distinct()
                .toList();
    }
}
