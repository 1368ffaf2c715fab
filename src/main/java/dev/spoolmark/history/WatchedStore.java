package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// Keeps what plays come to, one row for each person and thing.
final class WatchedStore {

    /// Rows of things that were played.
    static final String PLAYED = "w.plays > 0";

    /// Rows of things that were explicitly marked unseen, and not played since.
    static final String MARKED_UNSEEN = "w.unseen_at IS NOT NULL";

    private static final int CHUNK = 500;

    Map<MediaId, Watched> of(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, Watched> found = new HashMap<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> tx.each(
                        "SELECT plays, first_at, last_at, unseen_at, item_id FROM watched"
                                + " WHERE user_id = ? AND kind = ? AND item_id IN (" + Tx.marks(ids.size())
                                + ") ORDER BY item_id",
                        row -> found.put(MediaId.of(kind, row.number(5)), watched(row)),
                        user.value(),
                        kind.number(),
                        Tx.padded(ids)));
        return found;
    }

    List<WatchedMovie> movies(Tx tx, UserId user) {
        return byTitle(tx.query(
                """
                SELECT w.plays, w.first_at, w.last_at, w.unseen_at, w.item_id, m.title_key
                FROM watched w JOIN movie m ON m.movie_id = w.item_id
                WHERE w.user_id = ? AND w.kind = ? AND w.plays > 0
                ORDER BY w.item_id
                """,
                row -> new Titled<>(row.text(6), new WatchedMovie(new MovieId(row.number(5)), watched(row))),
                user.value(),
                Kind.MOVIE.number()));
    }

    List<ShowId> shows(Tx tx, UserId user, String which) {
        return byTitle(tx.query(
                """
                SELECT DISTINCT w.show_id, s.title_key
                FROM watched w JOIN show s ON s.show_id = w.show_id
                WHERE w.user_id = ? AND w.kind = ? AND %s
                ORDER BY w.show_id
                """.formatted(which),
                row -> new Titled<>(row.text(2), new ShowId(row.number(1))),
                user.value(),
                Kind.EPISODE.number()));
    }

    Map<ShowId, List<WatchedEpisode>> episodes(Tx tx, UserId user, Collection<ShowId> shows, String which) {
        Map<ShowId, List<WatchedEpisode>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        """
                        SELECT w.plays, w.first_at, w.last_at, w.unseen_at, w.item_id, w.show_id
                        FROM watched w WHERE w.user_id = ? AND w.show_id IN (%s) AND w.kind = ? AND %s
                        ORDER BY w.show_id, w.item_id
                        """.formatted(Tx.marks(some.size()), which),
                        row -> found.computeIfAbsent(new ShowId(row.number(6)), show -> new ArrayList<>())
                                .add(new WatchedEpisode(new EpisodeId(row.number(5)), watched(row))),
                        user.value(),
                        Tx.padded(some),
                        Kind.EPISODE.number()));
        return found;
    }

    private static Watched watched(Row row) {
        return new Watched(row.count(1), row.instantOrNull(2), row.instantOrNull(3), row.instantOrNull(4));
    }

    /// In memory, since the engines order letters differently. Equal titles stay in the order of their numbers.
    private static <T> List<T> byTitle(List<Titled<T>> found) {
        return found.stream()
                .sorted(Comparator.comparing(Titled::title))
                .map(Titled::value)
                .toList();
    }

    private record Titled<T>(String title, T value) {}
}
