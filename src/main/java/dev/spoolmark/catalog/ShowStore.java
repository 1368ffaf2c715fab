package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Keeps shows, without their seasons and episodes.
final class ShowStore {

    private static final int CHUNK = 500;

    private static final String SELECT =
            String.format(Locale.ROOT, """
            SELECT show_id, slug, title, year, first_aired, status, network, country, time_zone, air_day, air_time,
                   runtime, certification, overview, poster, fanart, banner, provisional, updated_at, %s, %s
            FROM show
            """, Columns.ids(Kind.SHOW, "show_id"), Columns.genres(Kind.SHOW, "show_id"));

    private static final String INSERT = """
            INSERT INTO show (show_id, slug, title, title_key, year, first_aired, status, network, country, time_zone,
                              air_day, air_time, runtime, certification, overview, poster, fanart, banner,
                              provisional, updated_at, pass)
            """;

    private static final String SAVE = INSERT + """
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (show_id) DO UPDATE SET
                slug = excluded.slug, title = excluded.title, title_key = excluded.title_key, year = excluded.year,
                first_aired = excluded.first_aired, status = excluded.status, network = excluded.network,
                country = excluded.country, time_zone = excluded.time_zone, air_day = excluded.air_day,
                air_time = excluded.air_time, runtime = excluded.runtime, certification = excluded.certification,
                overview = excluded.overview, poster = excluded.poster, fanart = excluded.fanart,
                banner = excluded.banner, provisional = excluded.provisional, updated_at = excluded.updated_at,
                pass = excluded.pass
            """;

    private ShowStore() {}

    static Map<ShowId, Show> get(Tx tx, Collection<ShowId> wanted) {
        Map<ShowId, Show> found = new LinkedHashMap<>();
        wanted.stream()
                .map(ShowId::value)
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        SELECT + " WHERE show_id IN (" + Tx.marks(some.size()) + ") ORDER BY show_id",
                        row -> put(found, show(row)),
                        Tx.padded(some)));
        return found;
    }

    /// Writes the shows as they are, new or not.
    static void save(Tx tx, Collection<Show> shows) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Rows hanging = gather(tx, shows, rows);
        tx.updateAll(SAVE, rows);
        hanging.replaceIds(tx);
        hanging.replaceGenres(tx);
    }

    /// Writes shows of which none is there yet.
    static void add(Tx tx, Collection<Show> shows) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Rows hanging = gather(tx, shows, rows);
        tx.insertAll(INSERT, rows);
        hanging.addIds(tx);
        hanging.addGenres(tx);
    }

    private static Rows gather(Tx tx, Collection<Show> shows, List<@Nullable Object[]> rows) {
        long pass = Gate.number(tx);
        Rows hanging = new Rows(Kind.SHOW);
        for (Show show : shows) {
            rows.add(row(show, pass));
            hanging.add(show.id().value(), show.ids(), show.facts().genres());
        }
        return hanging;
    }

    private static void put(Map<ShowId, Show> shows, Show show) {
        shows.put(show.id(), show);
    }

    private static Show show(Row row) {
        return new Show(
                new ShowId(row.number(1)),
                Ids.parse(row.textOrNull(20)),
                row.text(2),
                row.text(3),
                row.countOrNull(4),
                facts(row),
                row.flag(18),
                row.instant(19));
    }

    private static ShowFacts facts(Row row) {
        String status = row.textOrNull(6);
        return new ShowFacts(
                Columns.date(row.textOrNull(5)),
                status == null ? null : ShowFacts.Status.of(status),
                broadcast(row),
                row.countOrNull(12),
                row.textOrNull(13),
                row.textOrNull(14),
                new Images(row.textOrNull(15), row.textOrNull(16), row.textOrNull(17)),
                Columns.lines(row.textOrNull(21)));
    }

    private static Broadcast broadcast(Row row) {
        String time = row.textOrNull(11);
        return new Broadcast(
                row.textOrNull(7),
                row.textOrNull(8),
                Columns.zone(row.textOrNull(9)),
                Columns.day(row.textOrNull(10)),
                Columns.nightTime(time),
                Columns.isNextDay(time));
    }

    private static @Nullable Object[] row(Show show, long pass) {
        ShowFacts facts = show.facts();
        Broadcast broadcast = facts.broadcast();
        ShowFacts.Status status = facts.status();
        return new @Nullable Object[] {
            show.id().value(),
            show.slug(),
            show.title(),
            Name.Titled.key(show.title()),
            show.year(),
            Columns.text(facts.firstAired()),
            status == null ? null : status.word(),
            broadcast.network(),
            broadcast.country(),
            Columns.text(broadcast.zone()),
            Columns.word(broadcast.day()),
            Columns.nightTime(broadcast.time(), broadcast.nextDay()),
            facts.runtime(),
            facts.certification(),
            facts.overview(),
            facts.images().poster(),
            facts.images().fanart(),
            facts.images().banner(),
            show.provisional(),
            show.updatedAt(),
            pass
        };
    }
}
