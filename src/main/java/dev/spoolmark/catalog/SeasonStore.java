package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.IdAndGenreRows;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores seasons.
public final class SeasonStore {

    private static final String SELECT = "SELECT season_id, show_id, number, poster, provisional, "
            + ColumnCodecs.ids(Kind.SEASON, "season_id") + " FROM season ";

    private static final String INSERT = """
            INSERT INTO season (season_id, show_id, number, poster, provisional)
            """;

    private static final String SAVE = INSERT + """
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (season_id) DO UPDATE SET poster = excluded.poster, provisional = excluded.provisional
            """;

    private SeasonStore() {}

    public static Map<SeasonId, Season> get(Tx tx, Collection<SeasonId> requested) {
        Map<SeasonId, Season> found = new LinkedHashMap<>();
        requested.stream()
                .map(SeasonId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        SELECT + "WHERE season_id IN (" + Tx.placeholders(batch.size()) + ") ORDER BY season_id",
                        row -> put(found, season(row)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    public static Optional<Season> at(Tx tx, ShowId show, int number) {
        return tx.findFirst(SELECT + "WHERE show_id = ? AND number = ?", SeasonStore::season, show.value(), number);
    }

    /// @return the seasons of these shows, in the order of their numbers
    public static Map<ShowId, List<Season>> ofShows(Tx tx, Collection<ShowId> shows) {
        Map<ShowId, List<Season>> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.query(
                                SELECT + "WHERE show_id IN (" + Tx.placeholders(batch.size())
                                        + ") ORDER BY show_id, number",
                                SeasonStore::season,
                                Tx.padToPlaceholders(batch))
                        .forEach(season -> found.computeIfAbsent(season.show(), id -> new ArrayList<>())
                                .add(season)));
        return found;
    }

    public static void save(Tx tx, Collection<Season> seasons) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(seasons, rows);
        tx.updateAll(SAVE, rows);
        children.replaceIds(tx);
    }

    /// Inserts new seasons.
    public static void add(Tx tx, Collection<Season> seasons) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = childRows(seasons, rows);
        tx.insertAll(INSERT, rows);
        children.addIds(tx);
    }

    private static IdAndGenreRows childRows(Collection<Season> seasons, List<@Nullable Object[]> rows) {
        IdAndGenreRows children = new IdAndGenreRows(Kind.SEASON);
        for (Season season : seasons) {
            rows.add(new @Nullable Object[] {
                season.id().value(), season.show().value(), season.number(), season.poster(), season.provisional()
            });
            children.add(season.id().value(), season.ids(), List.of());
        }
        return children;
    }

    public static void moveToShow(Tx tx, SeasonId season, ShowId show) {
        tx.update("UPDATE season SET show_id = ? WHERE season_id = ?", show.value(), season.value());
    }

    public static void renumber(Tx tx, SeasonId season, int number) {
        tx.update("UPDATE season SET number = ? WHERE season_id = ?", number, season.value());
    }

    private static void put(Map<SeasonId, Season> seasons, Season season) {
        seasons.put(season.id(), season);
    }

    private static Season season(Row row) {
        return new Season(
                new SeasonId(row.getLong(1)),
                new ShowId(row.getLong(2)),
                row.getInt(3),
                Ids.parse(row.textOrNull(6)),
                row.textOrNull(4),
                row.getBoolean(5));
    }
}
