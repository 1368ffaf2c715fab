package dev.spoolmark.catalog;

import dev.spoolmark.db.LongIdList;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Gatherers;

/// Sorts movies or shows in library order. It reads only their titles.
final class TitleSortStore {

    private TitleSortStore() {}

    static <I extends MediaId> List<I> order(Tx tx, Kind kind, Collection<I> ids, LongFunction<I> id) {
        return order(tx, kind, ids, id, "");
    }

    /// @param contained what the folded title contains
    static <I extends MediaId> List<I> order(
            Tx tx, Kind kind, Collection<I> ids, LongFunction<I> id, String contained) {
        String sql = kind == Kind.MOVIE
                ? "SELECT movie_id, title FROM movie WHERE movie_id IN (%s) ORDER BY movie_id"
                : "SELECT show_id, title FROM show WHERE show_id IN (%s) ORDER BY show_id";
        List<TitleSortKey> keys = new ArrayList<>();
        ids.stream()
                .map(MediaId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, sql, Tx.placeholders(batch.size())),
                        row -> keys.add(TitleSortKey.of(row.getString(2), row.getLong(1))),
                        Tx.padToPlaceholders(batch)));
        return LongIdList.of(
                keys.stream()
                        .filter(key -> key.title().contains(contained))
                        .sorted()
                        .mapToLong(TitleSortKey::item),
                id);
    }
}
