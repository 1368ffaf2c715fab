package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.kernel.AsciiNumber;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
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

/// Keeps episodes.
final class EpisodeStore {

    private static final int CHUNK = 500;

    private static final String SELECT = String.format(Locale.ROOT, """
            SELECT episode_id, show_id, season, number, title, overview, air_date, airs_at, runtime, screen,
                   provisional, updated_at, %s
            FROM episode
            """, Columns.ids(Kind.EPISODE, "episode_id"));

    /// The least of an expression, since for the least of a column SQLite walks through all ids in their order.
    private static final String HEADS = """
            SELECT e.show_id, e.episode_id, e.season, e.number, e.title, e.air_date, e.airs_at, e.provisional,
                   (SELECT min(x.value || '') FROM ext_id x
                    WHERE x.kind = 4 AND x.item_id = e.episode_id AND x.provider = 'tvdb'
                    AND NOT x.former)
            FROM episode e
            """;

    private static final String INSERT = """
            INSERT INTO episode (episode_id, show_id, season, number, title, overview, air_date, airs_at, runtime,
                                 screen, provisional, updated_at, pass)
            """;

    private static final String SAVE = INSERT + """
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (episode_id) DO UPDATE SET
                title = excluded.title, overview = excluded.overview, air_date = excluded.air_date,
                airs_at = excluded.airs_at, runtime = excluded.runtime, screen = excluded.screen,
                provisional = excluded.provisional, updated_at = excluded.updated_at, pass = excluded.pass
            """;

    private EpisodeStore() {}

    static Map<EpisodeId, Episode> get(Tx tx, Collection<EpisodeId> wanted) {
        Map<EpisodeId, Episode> found = new LinkedHashMap<>();
        wanted.stream()
                .map(EpisodeId::value)
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        SELECT + " WHERE episode_id IN (" + Tx.marks(some.size()) + ") ORDER BY episode_id",
                        row -> put(found, episode(row)),
                        Tx.padded(some)));
        return found;
    }

    static Optional<Episode> at(Tx tx, ShowId show, int season, int number) {
        return tx.first(
                SELECT + " WHERE show_id = ? AND season = ? AND number = ?",
                EpisodeStore::episode,
                show.value(),
                season,
                number);
    }

    static Map<ShowId, List<Episode>> ofShows(Tx tx, Collection<ShowId> shows) {
        Map<ShowId, List<Episode>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.query(
                                SELECT + " WHERE show_id IN (" + Tx.marks(some.size())
                                        + ") ORDER BY show_id, season, number",
                                EpisodeStore::episode,
                                Tx.padded(some))
                        .forEach(episode -> found.computeIfAbsent(episode.show(), id -> new ArrayList<>())
                                .add(episode)));
        return found;
    }

    /// The heads of all episodes of these shows that can be found, in the order of their numbers.
    static Map<ShowId, List<EpisodeHead>> headsOf(Tx tx, Collection<ShowId> shows) {
        Map<ShowId, List<EpisodeHead>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        HEADS + " WHERE e.show_id IN (" + Tx.marks(some.size())
                                + ") AND e.number < " + SetAside.FIRST_NUMBER
                                + " ORDER BY e.show_id, e.season, e.number",
                        row -> found.computeIfAbsent(new ShowId(row.number(1)), id -> new ArrayList<>())
                                .add(head(row)),
                        Tx.padded(some)));
        return found;
    }

    static void save(Tx tx, Collection<Episode> episodes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Rows hanging = gather(tx, episodes, rows);
        tx.updateAll(SAVE, rows);
        hanging.replaceIds(tx);
    }

    /// Writes episodes of which none is there yet.
    static void add(Tx tx, Collection<Episode> episodes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Rows hanging = gather(tx, episodes, rows);
        tx.insertAll(INSERT, rows);
        hanging.addIds(tx);
    }

    private static Rows gather(Tx tx, Collection<Episode> episodes, List<@Nullable Object[]> rows) {
        long pass = Gate.number(tx);
        Rows hanging = new Rows(Kind.EPISODE);
        for (Episode episode : episodes) {
            rows.add(row(episode, pass));
            hanging.add(episode.id().value(), episode.ids(), List.of());
        }
        return hanging;
    }

    static void moveToShow(Tx tx, EpisodeId episode, ShowId show) {
        tx.update(
                "UPDATE episode SET show_id = ?, pass = " + Gate.PASS + " WHERE episode_id = ?",
                show.value(),
                episode.value());
    }

    /// @param rows season, number, instant of the change and id of each
    static void renumber(Tx tx, List<Object[]> rows) {
        tx.updateAll(
                "UPDATE episode SET season = ?, number = ?, updated_at = ?, pass = " + Gate.PASS
                        + " WHERE episode_id = ?",
                rows);
    }

    private static void put(Map<EpisodeId, Episode> episodes, Episode episode) {
        episodes.put(episode.id(), episode);
    }

    private static EpisodeHead head(Row row) {
        String tvdb = row.textOrNull(9);
        return new EpisodeHead(
                new EpisodeId(row.number(2)),
                row.count(3),
                row.count(4),
                row.textOrNull(5),
                Columns.date(row.textOrNull(6)),
                row.instantOrNull(7),
                tvdb == null ? null : AsciiNumber.parseLong(tvdb),
                row.flag(8));
    }

    private static Episode episode(Row row) {
        EpisodeFacts facts = new EpisodeFacts(
                row.textOrNull(5),
                row.textOrNull(6),
                Columns.date(row.textOrNull(7)),
                row.instantOrNull(8),
                row.countOrNull(9),
                row.textOrNull(10));
        return new Episode(
                new EpisodeId(row.number(1)),
                new ShowId(row.number(2)),
                row.count(3),
                row.count(4),
                Ids.parse(row.textOrNull(13)),
                facts,
                row.flag(11),
                row.instant(12));
    }

    private static @Nullable Object[] row(Episode episode, long pass) {
        EpisodeFacts facts = episode.facts();
        return new @Nullable Object[] {
            episode.id().value(),
            episode.show().value(),
            episode.season(),
            episode.number(),
            facts.title(),
            facts.overview(),
            Columns.text(facts.airDate()),
            facts.airsAt(),
            facts.runtime(),
            facts.screen(),
            episode.provisional(),
            episode.updatedAt(),
            pass
        };
    }
}
