package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.IdAndGenreRows;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores shows, without their seasons and episodes.
public final class ShowStore {

    private static final String SELECT = String.format(
            Locale.ROOT, """
            SELECT show_id, slug, title, year, first_aired, status, network, country, time_zone, air_day, air_time,
                   runtime, certification, overview, poster, fanart, banner, provisional, updated_at, %s, %s
            FROM show
            """, ColumnCodecs.ids(Kind.SHOW, "show_id"), ColumnCodecs.genres(Kind.SHOW, "show_id"));

    private static final String INSERT = """
            INSERT INTO show (show_id, slug, title, title_key, year, first_aired, status, network, country, time_zone,
                              air_day, air_time, runtime, certification, overview, poster, fanart, banner,
                              provisional, updated_at, revision)
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
                revision = excluded.revision
            """;

    private ShowStore() {}

    public static Map<ShowId, Show> get(Tx tx, Collection<ShowId> requested) {
        Map<ShowId, Show> found = new LinkedHashMap<>();
        requested.stream()
                .map(ShowId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        SELECT + " WHERE show_id IN (" + Tx.placeholders(batch.size()) + ") ORDER BY show_id",
                        row -> put(found, show(row)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// Inserts or updates shows.
    public static void save(Tx tx, Collection<Show> shows) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(tx, shows, rows);
        tx.updateAll(SAVE, rows);
        children.replaceIds(tx);
        children.replaceGenres(tx);
    }

    /// Inserts new shows.
    public static void add(Tx tx, Collection<Show> shows) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(tx, shows, rows);
        tx.insertAll(INSERT, rows);
        children.addIds(tx);
        children.addGenres(tx);
    }

    private static IdAndGenreRows childRows(Tx tx, Collection<Show> shows, List<@Nullable Object[]> rows) {
        long revision = CatalogWriteLock.currentRevision(tx);
        IdAndGenreRows children = new IdAndGenreRows(Kind.SHOW);
        for (Show show : shows) {
            rows.add(row(show, revision));
            children.add(show.id().value(), show.ids(), show.facts().genres());
        }
        return children;
    }

    private static void put(Map<ShowId, Show> shows, Show show) {
        shows.put(show.id(), show);
    }

    private static Show show(Row row) {
        return new Show(
                new ShowId(row.getLong(1)),
                Ids.parse(row.textOrNull(20)),
                row.getString(2),
                row.getString(3),
                row.countOrNull(4),
                facts(row),
                row.getBoolean(18),
                row.instant(19));
    }

    private static ShowFacts facts(Row row) {
        String status = row.textOrNull(6);
        return new ShowFacts(
                ColumnCodecs.date(row.textOrNull(5)),
                status == null ? null : ShowFacts.Status.of(status),
                broadcast(row),
                row.countOrNull(12),
                row.textOrNull(13),
                row.textOrNull(14),
                new Images(row.textOrNull(15), row.textOrNull(16), row.textOrNull(17)),
                ColumnCodecs.lines(row.textOrNull(21)));
    }

    private static Broadcast broadcast(Row row) {
        String time = row.textOrNull(11);
        return new Broadcast(
                row.textOrNull(7),
                row.textOrNull(8),
                ColumnCodecs.zone(row.textOrNull(9)),
                ColumnCodecs.day(row.textOrNull(10)),
                ColumnCodecs.nightTime(time),
                ColumnCodecs.isNextDay(time));
    }

    private static @Nullable Object[] row(Show show, long revision) {
        ShowFacts facts = show.facts();
        Broadcast broadcast = facts.broadcast();
        ShowFacts.Status status = facts.status();
        return new @Nullable Object[] {
            show.id().value(),
            show.slug(),
            show.title(),
            LookupKey.TitleKey.key(show.title()),
            show.year(),
            ColumnCodecs.text(facts.firstAired()),
            status == null ? null : status.key(),
            broadcast.network(),
            broadcast.country(),
            ColumnCodecs.text(broadcast.zone()),
            ColumnCodecs.key(broadcast.day()),
            ColumnCodecs.nightTime(broadcast.time(), broadcast.nextDay()),
            facts.runtime(),
            facts.certification(),
            facts.overview(),
            facts.images().poster(),
            facts.images().fanart(),
            facts.images().banner(),
            show.provisional(),
            show.updatedAt(),
            revision
        };
    }
}
