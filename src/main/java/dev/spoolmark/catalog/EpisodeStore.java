package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.IdAndGenreRows;
import dev.spoolmark.catalog.ingest.PendingDeletions;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores episodes.
public final class EpisodeStore {

    private static final String SELECT = String.format(Locale.ROOT, """
            SELECT episode_id, show_id, season, number, title, overview, air_date, airs_at, runtime, screen,
                   provisional, updated_at, %s
            FROM episode
            """, ColumnCodecs.ids(Kind.EPISODE, "episode_id"));

    /// `min` of an expression: for `min` of a column SQLite scans all ids in order.
    private static final String HEADS = """
            SELECT e.show_id, e.episode_id, e.season, e.number, e.title, e.air_date, e.airs_at, e.provisional,
                   (SELECT min(x.value || '') FROM external_id x
                    WHERE x.kind = 4 AND x.item_id = e.episode_id AND x.provider = 'tvdb'
                    AND NOT x.superseded)
            FROM episode e
            """;

    private static final String INSERT = """
            INSERT INTO episode (episode_id, show_id, season, number, title, overview, air_date, airs_at, runtime,
                                 screen, provisional, updated_at, revision)
            """;

    private static final String SAVE = INSERT + """
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (episode_id) DO UPDATE SET
                title = excluded.title, overview = excluded.overview, air_date = excluded.air_date,
                airs_at = excluded.airs_at, runtime = excluded.runtime, screen = excluded.screen,
                provisional = excluded.provisional, updated_at = excluded.updated_at, revision = excluded.revision
            """;

    private EpisodeStore() {}

    public static Map<EpisodeId, Episode> get(Tx tx, Collection<EpisodeId> requested) {
        Map<EpisodeId, Episode> found = new LinkedHashMap<>();
        requested.stream()
                .map(EpisodeId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        SELECT + " WHERE episode_id IN (" + Tx.placeholders(batch.size()) + ") ORDER BY episode_id",
                        row -> put(found, episode(row)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    static Map<EpisodeId, EpisodePosition> positions(Tx tx, Collection<EpisodeId> requested) {
        Map<EpisodeId, EpisodePosition> found = new HashMap<>();
        requested.stream()
                .map(EpisodeId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT episode_id, season, number FROM episode WHERE episode_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY episode_id",
                        row -> found.put(
                                new EpisodeId(row.getLong(1)), new EpisodePosition(row.getInt(2), row.getInt(3))),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    public static Optional<Episode> at(Tx tx, ShowId show, int season, int number) {
        return tx.findFirst(
                SELECT + " WHERE show_id = ? AND season = ? AND number = ?",
                EpisodeStore::episode,
                show.value(),
                season,
                number);
    }

    public static Map<ShowId, List<Episode>> ofShows(Tx tx, Collection<ShowId> shows) {
        Map<ShowId, List<Episode>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.query(
                                SELECT + " WHERE show_id IN (" + Tx.placeholders(batch.size())
                                        + ") ORDER BY show_id, season, number",
                                EpisodeStore::episode,
                                Tx.padToPlaceholders(batch))
                        .forEach(episode -> found.computeIfAbsent(episode.show(), id -> new ArrayList<>())
                                .add(episode)));
        return found;
    }

    /// @return summaries of all visible episodes of these shows, in the order of their numbers
    public static Map<ShowId, List<EpisodeSummary>> headsOf(Tx tx, Collection<ShowId> shows) {
        Map<ShowId, List<EpisodeSummary>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        HEADS + " WHERE e.show_id IN (" + Tx.placeholders(batch.size())
                                + ") AND e.number < " + PendingDeletions.FIRST_NUMBER
                                + " ORDER BY e.show_id, e.season, e.number",
                        row -> found.computeIfAbsent(new ShowId(row.getLong(1)), id -> new ArrayList<>())
                                .add(head(row)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    public static void save(Tx tx, Collection<Episode> episodes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(tx, episodes, rows);
        tx.updateAll(SAVE, rows);
        children.replaceIds(tx);
    }

    /// Inserts new episodes.
    public static void add(Tx tx, Collection<Episode> episodes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(tx, episodes, rows);
        tx.insertAll(INSERT, rows);
        children.addIds(tx);
    }

    private static IdAndGenreRows childRows(Tx tx, Collection<Episode> episodes, List<@Nullable Object[]> rows) {
        long revision = CatalogWriteLock.currentRevision(tx);
        IdAndGenreRows children = new IdAndGenreRows(Kind.EPISODE);
        for (Episode episode : episodes) {
            rows.add(row(episode, revision));
            children.add(episode.id().value(), episode.ids(), List.of());
        }
        return children;
    }

    public static void moveToShow(Tx tx, EpisodeId episode, ShowId show) {
        tx.update(
                "UPDATE episode SET show_id = ?, revision = " + CatalogWriteLock.CURRENT_REVISION
                        + " WHERE episode_id = ?",
                show.value(),
                episode.value());
    }

    /// @param rows each with season, number, instant of the change and id
    public static void renumber(Tx tx, List<Object[]> rows) {
        tx.updateAll(
                "UPDATE episode SET season = ?, number = ?, updated_at = ?, revision = "
                        + CatalogWriteLock.CURRENT_REVISION + " WHERE episode_id = ?",
                rows);
    }

    private static void put(Map<EpisodeId, Episode> episodes, Episode episode) {
        episodes.put(episode.id(), episode);
    }

    private static EpisodeSummary head(Row row) {
        String tvdb = row.textOrNull(9);
        return new EpisodeSummary(
                new EpisodeId(row.getLong(2)),
                row.getInt(3),
                row.getInt(4),
                row.textOrNull(5),
                ColumnCodecs.date(row.textOrNull(6)),
                row.instantOrNull(7),
                tvdb == null ? null : AsciiNumber.parseLong(tvdb),
                row.getBoolean(8));
    }

    private static Episode episode(Row row) {
        EpisodeFacts facts = new EpisodeFacts(
                row.textOrNull(5),
                row.textOrNull(6),
                ColumnCodecs.date(row.textOrNull(7)),
                row.instantOrNull(8),
                row.countOrNull(9),
                row.textOrNull(10));
        return new Episode(
                new EpisodeId(row.getLong(1)),
                new ShowId(row.getLong(2)),
                row.getInt(3),
                row.getInt(4),
                Ids.parse(row.textOrNull(13)),
                facts,
                row.getBoolean(11),
                row.instant(12));
    }

    private static @Nullable Object[] row(Episode episode, long revision) {
        EpisodeFacts facts = episode.facts();
        return new @Nullable Object[] {
            episode.id().value(),
            episode.show().value(),
            episode.season(),
            episode.number(),
            facts.title(),
            facts.overview(),
            ColumnCodecs.text(facts.airDate()),
            facts.airsAt(),
            facts.runtime(),
            facts.screen(),
            episode.provisional(),
            episode.updatedAt(),
            revision
        };
    }
}
