package dev.spoolmark.visibility;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the items that the data of a user references.
final class UserDataReferenceStore {

    /// All tables with data of users about items.
    private static final List<String> DATA = List.of(
            "watched",
            "rating",
            "collected",
            "watchlist_item",
            "favorite_item",
            "list_item",
            "user_comment",
            "note",
            "watching",
            "playback_progress");

    private UserDataReferenceStore() {}

    /// @return those of these items that the user has data about
    static Set<MediaId> among(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Set<MediaId> found = new HashSet<>();
        MediaId.forEachChunk(items, (kind, batch) -> find(tx, user, kind, batch, found));
        return found;
    }

    private static void find(Tx tx, UserId user, Kind kind, List<Long> ids, Set<MediaId> found) {
        String marks = Tx.placeholders(ids.size());
        String sql = DATA.stream()
                .map(table -> "SELECT item_id FROM " + table + " WHERE user_id = ? AND kind = ? AND item_id IN ("
                        + marks + ")")
                .collect(Collectors.joining(" UNION ", "", " ORDER BY item_id"));
        Object[] each = {user.value(), kind.number(), Tx.padToPlaceholders(ids)};
        Object[] all = IntStream.range(0, DATA.size())
                .boxed()
                .flatMap(table -> Stream.of(each))
                .toArray();
        tx.forEach(sql, row -> found.add(MediaId.of(kind, row.getLong(1))), all);
    }
}
