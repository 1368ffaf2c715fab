package dev.spoolmark.catalog;

import dev.spoolmark.store.Numbers;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Gatherers;

/// Puts movies or shows in the order of a library, reading nothing but their titles.
final class TitleStore {

    private static final int CHUNK = 500;

    private TitleStore() {}

    static <I extends MediaId> List<I> order(Tx tx, Kind kind, Collection<I> ids, LongFunction<I> id) {
        String sql = kind == Kind.MOVIE
                ? "SELECT movie_id, title FROM movie WHERE movie_id IN (%s) ORDER BY movie_id"
                : "SELECT show_id, title FROM show WHERE show_id IN (%s) ORDER BY show_id";
        List<ShelfMark> marks = new ArrayList<>();
        ids.stream()
                .map(MediaId::value)
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        String.format(Locale.ROOT, sql, Tx.marks(some.size())),
                        row -> marks.add(ShelfMark.of(row.text(2), row.number(1))),
                        Tx.padded(some)));
        return Numbers.of(marks.stream().sorted().mapToLong(ShelfMark::item), id);
    }
}
