package dev.spoolmark.collection;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ListedItemQuery;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
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
import org.jspecify.annotations.Nullable;

final class CollectionItemStore {

    /// When two items are merged, a user who collected both has collected the result since the earlier time. Details
    /// that are there stay.
    static final UserItemTable TABLE = new UserItemTable(
            "collected",
            List.of(),
            List.of(
                    Column.number("collected_at"),
                    Column.text("media_type"),
                    Column.text("resolution"),
                    Column.text("hdr"),
                    Column.text("audio"),
                    Column.text("audio_channels"),
                    Column.number("is_3d")),
            true,
            """
            UPDATE SET collected_at = CASE WHEN excluded.collected_at < collected.collected_at
                    THEN excluded.collected_at ELSE collected.collected_at END,
                media_type = coalesce(collected.media_type, excluded.media_type),
                resolution = coalesce(collected.resolution, excluded.resolution),
                hdr = coalesce(collected.hdr, excluded.hdr),
                audio = coalesce(collected.audio, excluded.audio),
                audio_channels = coalesce(collected.audio_channels, excluded.audio_channels),
                is_3d = coalesce(collected.is_3d, excluded.is_3d)""");

    /// Movies, which have no show, and shows with their collected episodes.
    static final ListedItemQuery PAGES = new ListedItemQuery("""
            SELECT kind, item_id, show_id, collected_at AS added_at, 1 AS items, 0 AS rank, item_id AS entry_id,
                   CAST(NULL AS TEXT) AS note
            FROM collected WHERE user_id = ? AND show_id = 0
            UNION ALL
            SELECT 2 AS kind, show_id AS item_id, show_id, max(collected_at) AS added_at, count(*) AS items, 0 AS rank,
                   show_id AS entry_id, CAST(NULL AS TEXT) AS note
            FROM collected WHERE user_id = ? AND show_id > 0 GROUP BY show_id""", 2);

    private static final int FIRST_DETAIL = 5;

    /// @return whether the item is collected
    boolean setDetails(Tx tx, UserId user, MediaId item, CollectedDetails details) {
        List<@Nullable Object> values = new ArrayList<>(details.columns());
        values.addAll(List.of(user.value(), item.kind().number(), item.value()));
        return tx.update("""
                        UPDATE collected SET media_type = ?, resolution = ?, hdr = ?, audio = ?, audio_channels = ?,
                            is_3d = ?
                        WHERE user_id = ? AND kind = ? AND item_id = ?
                        """, values.toArray()) == 1;
    }

    /// The details of those of these items that have any.
    Map<MediaId, CollectedDetails> details(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, CollectedDetails> found = new HashMap<>();
        MediaId.forEachMixedChunk(
                items,
                (kinds, ids) -> tx.forEach(
                        "SELECT kind, item_id, show_id, collected_at, " + CollectedDetails.COLUMNS
                                + " FROM collected WHERE user_id = ? AND kind IN (" + Tx.placeholders(kinds.size())
                                + ") AND item_id IN (" + Tx.placeholders(ids.size()) + ") ORDER BY item_id",
                        row -> found.put(collected(row).item(), collected(row).details()),
                        user.value(),
                        Tx.padToPlaceholders(kinds),
                        Tx.padToPlaceholders(ids)));
        found.values().removeIf(CollectedDetails::isEmpty);
        return found;
    }

    List<MediaId> removeShows(Tx tx, UserId user, List<ShowId> shows) {
        return tx.query(
                "DELETE FROM collected WHERE user_id = ? AND show_id IN (" + Tx.placeholders(shows.size())
                        + ") RETURNING item_id",
                row -> new EpisodeId(row.getLong(1)),
                user.value(),
                Tx.padToPlaceholders(shows.stream().map(ShowId::value).toList()));
    }

    /// The collected episodes of these shows.
    List<MediaId> episodesOf(Tx tx, UserId user, List<ShowId> shows) {
        return tx.query(
                "SELECT item_id FROM collected WHERE user_id = ? AND show_id IN (" + Tx.placeholders(shows.size())
                        + ") ORDER BY item_id",
                row -> new EpisodeId(row.getLong(1)),
                user.value(),
                Tx.padToPlaceholders(shows.stream().map(ShowId::value).toList()));
    }

    Map<MediaId, Instant> since(Tx tx, UserId user, Collection<? extends MediaId> items) {
        return TABLE.times(tx, user.value(), "collected_at", items);
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

    List<CollectedItem> page(Tx tx, UserId user, Kind kind, long after, int max) {
        return tx.query(
                "SELECT kind, item_id, show_id, collected_at, " + CollectedDetails.COLUMNS + " FROM collected"
                        + " WHERE user_id = ? AND kind = ? AND item_id > ? ORDER BY item_id LIMIT ?",
                CollectionItemStore::collected,
                user.value(),
                kind.number(),
                after,
                max);
    }

    List<CollectedShow> shows(Tx tx, UserId user, long after, int max) {
        return tx.query(
                """
                SELECT show_id, count(*), max(collected_at) FROM collected
                WHERE user_id = ? AND show_id > ?
                GROUP BY show_id ORDER BY show_id LIMIT ?
                """,
                row -> new CollectedShow(new ShowId(row.getLong(1)), row.getInt(2), row.instant(3)),
                user.value(),
                after,
                max);
    }

    Map<ShowId, List<CollectedItem>> collectedEpisodes(Tx tx, UserId user, List<ShowId> shows) {
        Map<ShowId, List<CollectedItem>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT kind, item_id, show_id, collected_at, " + CollectedDetails.COLUMNS
                                + " FROM collected WHERE user_id = ? AND show_id IN (" + Tx.placeholders(batch.size())
                                + ") ORDER BY show_id, item_id",
                        row -> found.computeIfAbsent(new ShowId(row.getLong(3)), show -> new ArrayList<>())
                                .add(collected(row)),
                        user.value(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    private static CollectedItem collected(Row row) {
        long show = row.getLong(3);
        return new CollectedItem(
                MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)),
                show == 0 ? null : new ShowId(show),
                row.instant(4),
                CollectedDetails.of(row, FIRST_DETAIL));
    }
}
