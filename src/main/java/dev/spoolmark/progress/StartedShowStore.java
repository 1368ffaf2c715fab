package dev.spoolmark.progress;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads which shows a user has begun, with two statements.
final class StartedShowStore {

    /// Each step finds the next show in the index of plays, so that no play is read beside the newest of each show.
    private static final String WATCHED = """
            WITH RECURSIVE begun (show_id) AS (
                SELECT min(p.show_id) FROM play p WHERE p.user_id = ? AND p.show_id > 0
                UNION ALL
                SELECT (SELECT min(p.show_id) FROM play p WHERE p.user_id = ? AND p.show_id > b.show_id)
                FROM begun b WHERE b.show_id IS NOT NULL)
            SELECT b.show_id,
                   (SELECT max(p.watched_at) FROM play p WHERE p.user_id = ? AND p.show_id = b.show_id),
                   (SELECT d.created_at FROM play d WHERE d.user_id = ? AND d.play_id = (
                       SELECT max(p.play_id) FROM play p
                       WHERE p.user_id = ? AND p.show_id = b.show_id AND p.watched_at IS NULL))
            FROM begun b WHERE b.show_id IS NOT NULL ORDER BY b.show_id
            """;

    private static final int HIDDEN = 1;
    private static final int DROPPED = 2;
    private static final int PINNED = 3;

    private static final String MARKS = """
            SELECT h.item_id AS item_id, 1 AS part, h.hidden_at AS moment FROM hidden h
            WHERE h.user_id = ? AND h.section = 'progress' AND h.kind = 2
            UNION ALL
            SELECT h.item_id, 2, h.hidden_at FROM hidden h
            WHERE h.user_id = ? AND h.section = 'dropped' AND h.kind = 2
            UNION ALL
            SELECT s.item_id, 3, s.pinned_at FROM show_setting s
            WHERE s.user_id = ? AND s.kind = 2 AND s.pinned_at IS NOT NULL
            UNION ALL
            SELECT r.item_id, 4, max(r.reset_at) FROM show_rewatch r
            WHERE r.user_id = ? AND r.kind = 2 GROUP BY r.item_id
            ORDER BY item_id, part
            """;

    private static final Comparator<StartedShow> NEWEST_FIRST = Comparator.comparingLong(StartedShow::millis)
            .thenComparingLong(show -> show.show().value())
            .reversed();

    /// The shows, the one with the newest play first.
    List<StartedShow> of(Tx tx, UserId user) {
        long id = user.value();
        Map<Long, Rows> shows = new TreeMap<>();
        tx.forEach(
                WATCHED, row -> rows(shows, row).play(row.instantOrNull(2), row.instantOrNull(3)), id, id, id, id, id);
        tx.forEach(MARKS, row -> rows(shows, row).mark(row.getInt(2), row.instant(3)), id, id, id, id);
        List<StartedShow> found = new ArrayList<>();
        shows.forEach((show, rows) -> found.add(rows.show(new ShowId(show))));
        found.sort(NEWEST_FIRST);
        return found;
    }

    private static Rows rows(Map<Long, Rows> shows, Row row) {
        return shows.computeIfAbsent(row.getLong(1), show -> new Rows());
    }

    /// The rows of one show.
    private static final class Rows {

        private @Nullable Instant at;
        private @Nullable Instant pinnedAt;
        private boolean hidden;
        private boolean dropped;
        private boolean watched;

        void play(@Nullable Instant known, @Nullable Instant stored) {
            watched = true;
            extend(known);
            extend(stored);
        }

        void mark(int part, Instant moment) {
            switch (part) {
                case HIDDEN -> hidden = true;
                case DROPPED -> dropped = true;
                case PINNED -> pinnedAt = moment;
                default -> extend(moment);
            }
        }

        private void extend(@Nullable Instant moment) {
            if (moment != null && (at == null || moment.isAfter(at))) {
                at = moment;
            }
        }

        StartedShow show(ShowId show) {
            return new StartedShow(show, watched || at != null ? at : pinnedAt, pinnedAt, hidden, dropped);
        }
    }
}
