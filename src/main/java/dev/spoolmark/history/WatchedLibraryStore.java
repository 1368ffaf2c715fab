package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the watched movies, shows and episodes of a user.
final class WatchedLibraryStore {

    List<MovieId> movies(Tx tx, UserId user) {
        return tx.ids(
                "SELECT item_id FROM watched WHERE user_id = ? AND kind = ? AND plays > 0 ORDER BY item_id",
                MovieId::new,
                user.value(),
                Kind.MOVIE.number());
    }

    List<ShowId> shows(Tx tx, UserId user) {
        return tx.ids("""
                SELECT DISTINCT show_id FROM watched
                WHERE user_id = ? AND show_id > 0 AND plays > 0
                ORDER BY show_id
                """, ShowId::new, user.value());
    }

    List<ShowId> showsUnseen(Tx tx, UserId user) {
        return tx.ids("""
                SELECT DISTINCT show_id FROM watched
                WHERE user_id = ? AND show_id > 0 AND plays = 0
                ORDER BY show_id
                """, ShowId::new, user.value());
    }

    Map<ShowId, Set<EpisodeId>> watchedEpisodes(Tx tx, UserId user, Collection<ShowId> shows) {
        return episodes(tx, user, shows, "plays > 0");
    }

    Map<ShowId, Set<EpisodeId>> unseenEpisodes(Tx tx, UserId user, Collection<ShowId> shows) {
        return episodes(tx, user, shows, "plays = 0");
    }

    private static Map<ShowId, Set<EpisodeId>> episodes(
            Tx tx, UserId user, Collection<ShowId> shows, String condition) {
        Map<ShowId, Set<EpisodeId>> found = new HashMap<>();
        if (shows.isEmpty()) {
            return found;
        }
        List<Long> ids = shows.stream().map(ShowId::value).toList();
        tx.forEach(
                "SELECT show_id, item_id FROM watched WHERE user_id = ? AND show_id IN (" + Tx.placeholders(ids.size())
                        + ") AND " + condition + " ORDER BY show_id, item_id",
                row -> found.computeIfAbsent(new ShowId(row.getLong(1)), show -> new HashSet<>())
                        .add(new EpisodeId(row.getLong(2))),
                user.value(),
                Tx.padToPlaceholders(ids));
        return found;
    }
}
