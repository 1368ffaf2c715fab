package dev.spoolmark.calendar;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.LocalDate;
import java.util.List;

/// Reads air dates of episodes, and whether a user has data about their shows.
final class CalendarStore {

    /// Shows that have only a title are excluded.
    private static final String SELECT = """
            SELECT e.air_date, e.airs_at, e.show_id, s.title_key, e.season, e.number, e.episode_id
            FROM episode e JOIN show s ON s.show_id = e.show_id
            WHERE e.air_date BETWEEN ? AND ? AND NOT s.provisional AND NOT e.provisional
            """;

    private static final String ORDER = " ORDER BY e.air_date, e.episode_id";

    private static final String PREMIERES = " AND e.season > 0 AND e.number = 1";

    private static final String OF_USER = """
             AND (EXISTS (SELECT 1 FROM watched w WHERE w.user_id = ? AND w.show_id = e.show_id AND w.plays > 0)
               OR EXISTS (SELECT 1 FROM collected c WHERE c.user_id = ? AND c.show_id = e.show_id)
               OR EXISTS (SELECT 1 FROM watchlist_item l WHERE l.user_id = ? AND l.kind = 2 AND l.item_id = e.show_id)
               OR EXISTS (SELECT 1 FROM watchlist_item l
                          WHERE l.user_id = ? AND l.kind = 4 AND l.item_id = e.episode_id))
            AND NOT EXISTS (SELECT 1 FROM hidden h
                            WHERE h.user_id = ? AND h.section IN ('calendar', 'dropped')
                              AND h.kind = 2 AND h.item_id = e.show_id)
            AND NOT EXISTS (SELECT 1 FROM hidden h JOIN season n ON n.season_id = h.item_id
                            WHERE h.user_id = ? AND h.section = 'calendar' AND h.kind = 3
                              AND n.show_id = e.show_id AND n.number = e.season)
            """;

    List<Airing> everything(Tx tx, DateRange days) {
        return tx.query(SELECT + ORDER, CalendarStore::airing, text(days.first()), text(days.last()));
    }

    List<Airing> premieres(Tx tx, DateRange days) {
        return tx.query(SELECT + PREMIERES + ORDER, CalendarStore::airing, text(days.first()), text(days.last()));
    }

    List<Airing> of(Tx tx, UserId user, DateRange days) {
        return of(tx, user, days.first(), days.last());
    }

    List<Airing> of(Tx tx, UserId user, LocalDate first, LocalDate last) {
        long id = user.value();
        return tx.query(
                SELECT + OF_USER + ORDER,
                CalendarStore::airing,
                text(first),
                text(last),
                List.of(id, id, id, id, id, id));
    }

    private static String text(LocalDate day) {
        return day.toString();
    }

    private static Airing airing(Row row) {
        return new Airing(
                LocalDate.parse(row.getString(1)),
                row.instantOrNull(2),
                new ShowId(row.getLong(3)),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                new EpisodeId(row.getLong(7)));
    }
}
