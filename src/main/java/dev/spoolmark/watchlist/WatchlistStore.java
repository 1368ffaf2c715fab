package dev.spoolmark.watchlist;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.RankedItemTable;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class WatchlistStore {

    static final RankedItemTable TABLE = new RankedItemTable("watchlist_item", Watchlist.MAX_ITEMS);

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
}
