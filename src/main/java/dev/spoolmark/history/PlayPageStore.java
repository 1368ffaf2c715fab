package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Pages of plays and of their summaries.
final class PlayPageStore {

    private static final String PLAYS = """
            SELECT play_id, kind, item_id, show_id, watched_at, time_precision, action, app_id, created_at FROM play
            WHERE user_id = ?\s""";

    private static final String WATCHED =
            "SELECT kind, item_id, show_id, plays, first_at, last_at, unseen_at FROM watched WHERE user_id = ? ";

    /// In two queries, since the databases sort NULL differently.
    List<RecordedPlay> plays(Tx tx, UserId user, @Nullable RecordedPlay after, int max) {
        long id = after == null ? Long.MAX_VALUE : after.id();
        Instant time = after == null ? null : after.watchedAt();
        if (after != null && time == null) {
            return ofUnknownTime(tx, user, id, max);
        }
        List<RecordedPlay> page = new ArrayList<>(tx.query(
                PLAYS + "AND (watched_at, play_id) < (?, ?) ORDER BY watched_at DESC, play_id DESC LIMIT ?",
                PlayPageStore::play,
                user.value(),
                time == null ? Long.MAX_VALUE : time.toEpochMilli(),
                id,
                max));
        if (page.size() < max) {
            page.addAll(ofUnknownTime(tx, user, Long.MAX_VALUE, max - page.size()));
        }
        return page;
    }

    private static List<RecordedPlay> ofUnknownTime(Tx tx, UserId user, long before, int max) {
        return tx.query(
                PLAYS + "AND watched_at IS NULL AND play_id < ? ORDER BY play_id DESC LIMIT ?",
                PlayPageStore::play,
                user.value(),
                before,
                max);
    }

    List<WatchedItem> movies(Tx tx, UserId user, long after, int max) {
        return tx.query(
                WATCHED + "AND kind = ? AND item_id > ? AND plays > 0 ORDER BY item_id LIMIT ?",
                PlayPageStore::watched,
                user.value(),
                Kind.MOVIE.number(),
                after,
                max);
    }

    List<WatchedShow> shows(Tx tx, UserId user, long after, int max) {
        return tx.query(
                """
                SELECT show_id, count(*), sum(plays), max(last_at) FROM watched
                WHERE user_id = ? AND show_id > ? AND plays > 0
                GROUP BY show_id ORDER BY show_id LIMIT ?
                """,
                row -> new WatchedShow(new ShowId(row.getLong(1)), row.getInt(2), row.getLong(3), row.instantOrNull(4)),
                user.value(),
                after,
                max);
    }

    Map<ShowId, List<WatchedItem>> episodes(Tx tx, UserId user, List<ShowId> shows) {
        Map<ShowId, List<WatchedItem>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        WATCHED + "AND show_id IN (" + Tx.placeholders(batch.size())
                                + ") AND plays > 0 ORDER BY show_id, item_id",
                        row -> found.computeIfAbsent(new ShowId(row.getLong(3)), show -> new ArrayList<>())
                                .add(watched(row)),
                        user.value(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    List<WatchedItem> unseen(Tx tx, UserId user, @Nullable Watchable after, int max) {
        return tx.query(
                WATCHED + "AND (kind, item_id) > (?, ?) AND unseen_at IS NOT NULL ORDER BY kind, item_id LIMIT ?",
                PlayPageStore::watched,
                user.value(),
                after == null ? 0 : after.kind().number(),
                after == null ? 0 : after.id().value(),
                max);
    }

    private static RecordedPlay play(Row row) {
        Long app = row.numberOrNull(8);
        return new RecordedPlay(
                row.getLong(1),
                Watchable.of(row.getInt(2), row.getLong(3), row.getLong(4)),
                WatchedTime.stored(row.instantOrNull(5), row.getInt(6)),
                PlayAction.of(row.getInt(7)),
                app == null ? null : new AppId(app),
                row.instant(9));
    }

    private static WatchedItem watched(Row row) {
        return new WatchedItem(
                Watchable.of(row.getInt(1), row.getLong(2), row.getLong(3)),
                new WatchedSummary(row.getInt(4), row.instantOrNull(5), row.instantOrNull(6), row.instantOrNull(7)));
    }
}
