package dev.spoolmark.home;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.WatchedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Reads the newest rows of a user in several tables with one statement, and the newest plays of several users.
final class HomeStore {

    static final int SHOW = 1;
    static final int RECENT = 2;
    static final int RESUME = 3;
    static final int WATCHLIST = 4;
    static final int UNRATED = 5;
    static final int PINNED = 7;
    private static final int FRIEND = 6;

    /// The newest plays that shows and unrated items are taken from.
    private static final int NEWEST_PLAYS = 400;

    /// Each part is limited before the union, so that the whole reads a bounded number of rows. SQLite keeps the
    /// order of a `CROSS JOIN`; of a `JOIN` it reads all plays of shows first. A resume point is obsolete when the
    /// item was watched later, by whatever report.
    private static final String NEWEST = """
            SELECT 1 AS part, 2 AS kind, s.show_id AS item_id, s.moment AS moment, 0 AS progress FROM (
                SELECT p.show_id, max(p.moment) AS moment FROM (
                    SELECT k.show_id, k.moment FROM (
                        SELECT show_id, watched_at AS moment FROM play
                        WHERE user_id = ? AND kind = 4 AND watched_at <= ?
                        ORDER BY watched_at DESC, play_id DESC LIMIT ?) k
                    UNION ALL
                    SELECT d.show_id, d.created_at FROM (
                        SELECT play_id FROM play WHERE user_id = ? AND watched_at IS NULL
                        ORDER BY play_id DESC LIMIT ?) undated
                    CROSS JOIN play d WHERE d.user_id = ? AND d.play_id = undated.play_id AND d.show_id > 0
                    UNION ALL
                    SELECT again.item_id, again.reset_at FROM show_rewatch again
                    WHERE again.user_id = ? AND again.kind = 2) p
                LEFT JOIN hidden h
                    ON h.user_id = ? AND h.section IN ('progress', 'dropped') AND h.kind = 2 AND h.item_id = p.show_id
                WHERE h.item_id IS NULL
                GROUP BY p.show_id ORDER BY moment DESC, p.show_id DESC LIMIT ?) s
            UNION ALL
            SELECT 2, r.kind, r.item_id, r.watched_at, r.time_precision FROM (
                SELECT kind, item_id, watched_at, time_precision FROM play WHERE user_id = ? AND watched_at <= ?
                ORDER BY watched_at DESC, play_id DESC LIMIT ?) r
            UNION ALL
            SELECT 3, b.kind, b.item_id, b.paused_at, b.progress FROM (
                SELECT p.kind, p.item_id, p.paused_at, p.progress FROM playback_progress p
                LEFT JOIN watched w
                    ON w.user_id = p.user_id AND w.kind = p.kind AND w.item_id = p.item_id AND w.last_at > p.paused_at
                WHERE p.user_id = ? AND w.item_id IS NULL
                ORDER BY p.paused_at DESC, p.kind, p.item_id LIMIT ?) b
            UNION ALL
            SELECT 4, m.kind, m.item_id, m.listed_at, 0 FROM (
                SELECT kind, item_id, listed_at FROM watchlist_item WHERE user_id = ? AND kind = 1
                ORDER BY listed_at DESC, item_id DESC LIMIT ?) m
            UNION ALL
            SELECT 4, w.kind, w.item_id, w.listed_at, 0 FROM (
                SELECT kind, item_id, listed_at FROM watchlist_item WHERE user_id = ? AND kind = 2
                ORDER BY listed_at DESC, item_id DESC LIMIT ?) w
            UNION ALL
            SELECT 5, u.kind, u.item_id, u.moment, 0 FROM (
                SELECT t.kind, t.item_id, max(t.watched_at) AS moment FROM (
                    SELECT CASE kind WHEN 4 THEN 2 ELSE kind END AS kind,
                           CASE kind WHEN 4 THEN show_id ELSE item_id END AS item_id, watched_at
                    FROM play WHERE user_id = ? AND watched_at <= ?
                    ORDER BY watched_at DESC, play_id DESC LIMIT ?) t
                LEFT JOIN rating g ON g.user_id = ? AND g.kind = t.kind AND g.item_id = t.item_id
                WHERE g.item_id IS NULL
                GROUP BY t.kind, t.item_id ORDER BY moment DESC, t.kind, t.item_id LIMIT ?) u
            UNION ALL
            SELECT 6, 0, f.target_id, f.since, 0 FROM (
                SELECT o.target_id, o.since FROM follow_out o
                JOIN follow_in i ON i.user_id = o.user_id AND i.source_id = o.target_id AND i.state = 2
                WHERE o.user_id = ? AND o.state = 2
                ORDER BY o.since DESC, o.target_id DESC LIMIT ?) f
            UNION ALL
            SELECT 7, t.kind, t.item_id, t.pinned_at, 0 FROM show_setting t
            LEFT JOIN hidden h
                ON h.user_id = ? AND h.section IN ('progress', 'dropped') AND h.kind = 2 AND h.item_id = t.item_id
            WHERE t.user_id = ? AND t.kind = 2 AND t.pinned_at IS NOT NULL AND h.item_id IS NULL
            ORDER BY part, kind, item_id, moment
            """;

    private static final Comparator<HomeRow> NEWEST_FIRST = Comparator.comparing(HomeRow::at)
            .thenComparingLong(row -> row.item().value())
            .reversed();

    /// The newest rows of a user, newest first, and the friends of the user.
    record Newest(List<HomeRow> rows, List<UserId> friends) {}

    /// A row of a part.
    ///
    /// @param number the position of a resume point in 1/100 %, the precision of a play, or 0
    record HomeRow(int part, MediaId item, Instant at, int number) {}

    /// A play of a friend.
    record FriendRow(UserId friend, MediaId item, WatchedTime time) {}

    /// @param shows the most shows
    /// @param items the most items of each other part
    /// @param friends the most friends, of whom those of the newest friendships are taken
    Newest newest(Tx tx, UserId user, Instant now, int shows, int items, int friends) {
        long id = user.value();
        List<Object> values = List.of(
                id,
                now,
                NEWEST_PLAYS,
                id,
                NEWEST_PLAYS,
                id,
                id,
                id,
                shows,
                id,
                now,
                items,
                id,
                items,
                id,
                items,
                id,
                items,
                id,
                now,
                NEWEST_PLAYS,
                id,
                items,
                id,
                friends,
                id,
                id);
        List<HomeRow> rows = new ArrayList<>();
        List<UserId> found = new ArrayList<>();
        tx.forEach(
                NEWEST,
                row -> {
                    if (row.getInt(1) == FRIEND) {
                        found.add(new UserId(row.getLong(3)));
                    } else {
                        rows.add(row(row));
                    }
                },
                values);
        rows.sort(NEWEST_FIRST);
        return new Newest(rows, found);
    }

    /// The newest plays of these users.
    ///
    /// @param users at most 500
    List<FriendRow> playsOfUsers(Tx tx, Collection<UserId> users, Instant after, Instant now, int limit) {
        List<Long> ids = users.stream().map(UserId::value).toList();
        return tx.query(
                // Reads rows of several users; access is checked by the caller.
                String.format(Locale.ROOT, """
                        SELECT user_id, kind, item_id, watched_at, time_precision FROM play
                        WHERE user_id IN (%s) AND watched_at > ? AND watched_at <= ?
                        ORDER BY watched_at DESC, play_id DESC LIMIT ?
                        """, Tx.placeholders(ids.size())),
                row -> new FriendRow(
                        new UserId(row.getLong(1)),
                        MediaId.of(Kind.of(row.getInt(2)), row.getLong(3)),
                        WatchedTime.stored(row.instant(4), row.getInt(5))),
                Tx.padToPlaceholders(ids),
                after,
                now,
                limit);
    }

    private static HomeRow row(Row row) {
        return new HomeRow(
                row.getInt(1), MediaId.of(Kind.of(row.getInt(2)), row.getLong(3)), row.instant(4), row.getInt(5));
    }
}
