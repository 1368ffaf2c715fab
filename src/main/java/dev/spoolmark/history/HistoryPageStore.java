package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the plays of the history by pages, with filters. Plays of unknown time are read separately, since the
/// databases sort NULL differently.
final class HistoryPageStore {

    private static final String SELECT =
            "SELECT play_id, kind, item_id, show_id, watched_at, action, time_precision FROM play WHERE user_id = ?";

    private static final String OF_SEASON = " AND kind = 4 AND item_id IN (SELECT e.episode_id FROM season n"
            + " JOIN episode e ON e.show_id = n.show_id AND e.season = n.number WHERE n.season_id = ?)";

    /// A condition on the time itself would make SQLite read all plays by the primary key, for their order.
    private static final String UNDATED =
            " AND play_id IN (SELECT u.play_id FROM play u WHERE u.user_id = ? AND u.watched_at IS NULL)";

    /// @param after where the last page ended
    List<PlayEntry> page(Tx tx, UserId user, PlayFilter filter, Optional<PlayPosition> after, int limit) {
        List<PlayEntry> plays = new ArrayList<>();
        if (after.isEmpty() || after.get().at() != null) {
            plays.addAll(dated(tx, user, filter, after.orElse(null), limit));
        }
        if (plays.size() < limit && !filter.hasPeriod()) {
            PlayPosition undated =
                    after.filter(position -> position.at() == null).orElse(null);
            plays.addAll(undated(tx, user, filter, undated, limit - plays.size()));
        }
        return plays;
    }

    /// Those of these plays that the user has, by id.
    ///
    /// @param ids at most 500
    List<PlayEntry> find(Tx tx, UserId user, Collection<Long> ids) {
        List<Long> distinct = ids.stream().distinct().toList();
        return distinct.isEmpty()
                ? List.of()
                : tx.query(
                        SELECT + " AND play_id IN (" + Tx.placeholders(distinct.size()) + ") ORDER BY play_id",
                        HistoryPageStore::play,
                        user.value(),
                        Tx.padToPlaceholders(distinct));
    }

    private static List<PlayEntry> dated(
            Tx tx, UserId user, PlayFilter filter, @Nullable PlayPosition after, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql = start(user, filter, values).append(" AND watched_at IS NOT NULL");
        if (after != null) {
            sql.append(" AND (watched_at, play_id) < (?, ?)");
            values.add(after.at());
            values.add(after.play());
        }
        if (filter.from() != null) {
            sql.append(" AND watched_at >= ?");
            values.add(filter.from());
        }
        if (filter.until() != null) {
            sql.append(" AND watched_at < ?");
            values.add(filter.until());
        }
        values.add(limit);
        return tx.query(
                sql.append(" ORDER BY watched_at DESC, play_id DESC LIMIT ?").toString(),
                HistoryPageStore::play,
                values);
    }

    private static List<PlayEntry> undated(
            Tx tx, UserId user, PlayFilter filter, @Nullable PlayPosition after, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql = start(user, filter, values).append(UNDATED);
        values.add(user.value());
        if (after != null) {
            sql.append(" AND play_id < ?");
            values.add(after.play());
        }
        values.add(limit);
        return tx.query(sql.append(" ORDER BY play_id DESC LIMIT ?").toString(), HistoryPageStore::play, values);
    }

    /// Movies have the show 0, so that they are found in the index by show, too.
    private static StringBuilder start(UserId user, PlayFilter filter, List<@Nullable Object> values) {
        StringBuilder sql = new StringBuilder(SELECT);
        values.add(user.value());
        if (filter.show() != null) {
            sql.append(" AND show_id = ?");
            values.add(filter.show().value());
        } else if (filter.kind() == Kind.MOVIE) {
            sql.append(" AND show_id = 0");
        }
        if (filter.item() != null) {
            ofItem(filter.item(), sql, values);
        }
        if (filter.kind() != null) {
            sql.append(" AND kind = ?");
            values.add(filter.kind().number());
        }
        if (filter.action() != null) {
            sql.append(" AND action = ?");
            values.add(filter.action().number());
        }
        return sql;
    }

    private static void ofItem(MediaId item, StringBuilder sql, List<@Nullable Object> values) {
        switch (item) {
            case MovieId _, EpisodeId _ -> {
                sql.append(" AND kind = ? AND item_id = ?");
                values.add(item.kind().number());
            }
            case ShowId _ -> sql.append(" AND show_id = ?");
            case SeasonId _ -> sql.append(OF_SEASON);
        }
        values.add(item.value());
    }

    private static PlayEntry play(Row row) {
        Watchable item = Watchable.of(row.getInt(2), row.getLong(3), row.getLong(4));
        return PlayEntry.stored(
                row.getLong(1), item, row.instantOrNull(5), row.getInt(7), PlayAction.of(row.getInt(6)));
    }
}
