package dev.spoolmark.collection;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
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

/// Keeps what people own, one row for each person and thing.
final class CollectionItemStore {

    private static final int CHUNK = 500;

    /// Which of them were not there. The statement itself decides, so that two calls at once never both add one
    /// thing.
    List<MediaId> add(Tx tx, UserId user, List<CollectionEntry> copies, Instant at) {
        List<Object> values = new ArrayList<>();
        for (CollectionEntry copy : Tx.padToPlaceholders(copies)) {
            MediaId item = copy.item();
            values.addAll(List.of(user.value(), item.kind().number(), item.value(), copy.show(), at));
        }
        Set<Long> added = new HashSet<>(tx.query(
                "INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES "
                        + Tx.valueTuples(5, copies.size())
                        + " ON CONFLICT (user_id, kind, item_id) DO NOTHING RETURNING item_id",
                row -> row.getLong(1),
                values));
        return presentIn(copies.stream().map(CollectionEntry::item).toList(), added);
    }

    /// Which of them were there.
    List<MediaId> remove(Tx tx, UserId user, List<? extends MediaId> items) {
        Set<Long> removed = new HashSet<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> tx.forEach(
                        "DELETE FROM collected WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(ids.size()) + ") RETURNING item_id",
                        row -> removed.add(row.getLong(1)),
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(ids)));
        return presentIn(items, removed);
    }

    int removeShow(Tx tx, UserId user, ShowId show) {
        return tx.update("DELETE FROM collected WHERE user_id = ? AND show_id = ?", user.value(), show.value());
    }

    int count(Tx tx, UserId user) {
        return tx.findFirst("SELECT count(*) FROM collected WHERE user_id = ?", row -> row.getInt(1), user.value())
                .orElse(0);
    }

    Map<MediaId, Instant> since(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, Instant> found = new HashMap<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> ids.stream()
                        .gather(Gatherers.windowFixed(CHUNK))
                        .forEach(batch -> tx.forEach(
                                "SELECT item_id, collected_at FROM collected WHERE user_id = ? AND kind = ? AND item_id IN ("
                                        + Tx.placeholders(batch.size()) + ") ORDER BY item_id",
                                row -> found.put(MediaId.of(kind, row.getLong(1)), row.instant(2)),
                                user.value(),
                                kind.number(),
                                Tx.padToPlaceholders(batch))));
        return found;
    }

    List<MovieId> movies(Tx tx, UserId user) {
        return tx.ids(
                "SELECT item_id FROM collected WHERE user_id = ? AND kind = ? ORDER BY item_id",
                MovieId::new,
                user.value(),
                Kind.MOVIE.number());
    }

    List<ShowId> shows(Tx tx, UserId user) {
        return tx.ids(
                "SELECT DISTINCT show_id FROM collected WHERE user_id = ? AND show_id > 0 ORDER BY show_id",
                ShowId::new,
                user.value());
    }

    Map<ShowId, Set<EpisodeId>> episodes(Tx tx, UserId user, Collection<ShowId> shows) {
        Map<ShowId, Set<EpisodeId>> found = new HashMap<>();
        if (shows.isEmpty()) {
            return found;
        }
        List<Long> ids = shows.stream().map(ShowId::value).toList();
        tx.forEach(
                "SELECT show_id, item_id FROM collected WHERE user_id = ? AND show_id IN ("
                        + Tx.placeholders(ids.size()) + ") ORDER BY show_id, item_id",
                row -> found.computeIfAbsent(new ShowId(row.getLong(1)), show -> new HashSet<>())
                        .add(new EpisodeId(row.getLong(2))),
                user.value(),
                Tx.padToPlaceholders(ids));
        return found;
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
