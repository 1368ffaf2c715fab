package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.ImportResult;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An empty catalog on either database, with a clock that tests move and short methods to fill the catalog.
public final class CatalogFixture implements AutoCloseable {

    public static final Instant START = Instant.parse("2013-06-24T12:00:00Z");

    public final Database database;
    public final Catalog catalog;
    public final CatalogImport load;
    private volatile Instant now = START;

    public CatalogFixture(Engine engine) {
        this(engine, true);
    }

    CatalogFixture(Engine engine, boolean provisional) {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, () -> now, new CatalogOptions(provisional));
        load = new CatalogImport(database, () -> now, catalog);
    }

    /// Without features that store user data.
    public ItemCompletion completion() {
        return new ItemCompletion(database, () -> now, catalog, List.of());
    }

    public long count(String sql) {
        return database.read(tx -> tx.findFirst(sql, row -> row.getLong(1))).orElseThrow();
    }

    public Instant now() {
        return now;
    }

    public void pass(java.time.Duration time) {
        now = now.plus(time);
    }

    public void hoursPass(int hours) {
        now = now.plusSeconds(3_600L * hours);
    }

    public List<ImportResult.Result> has(SourceItem... items) {
        return importAll(items).stream().map(ImportResult::result).toList();
    }

    public List<ImportResult> importAll(SourceItem... items) {
        return load.apply(List.of(items));
    }

    public static MovieItem movie(String title, @Nullable Integer year, Ids ids) {
        return new MovieItem(ids, title, year, MovieFacts.NONE, List.of(), null);
    }

    public static ShowItem show(String title, @Nullable Integer year, Ids ids, SeasonItem... seasons) {
        return new ShowItem(ids, title, year, ShowFacts.NONE, List.of(), List.of(seasons), null);
    }

    public static ShowItem ended(String title, Ids ids, SeasonItem... seasons) {
        ShowFacts facts = ShowFacts.NONE.merge(
                new ShowFacts(null, ShowFacts.Status.ENDED, Broadcast.NONE, null, null, null, Images.NONE, List.of()));
        return new ShowItem(ids, title, 2010, facts, List.of(), List.of(seasons), null);
    }

    /// A season with this number of episodes and no facts.
    public static SeasonItem season(int number, int episodes) {
        List<EpisodeItem> all = IntStream.rangeClosed(1, episodes)
                .mapToObj(episode -> new EpisodeItem(episode, Ids.NONE, EpisodeFacts.NONE))
                .toList();
        return new SeasonItem(number, Ids.NONE, null, all);
    }

    public static SeasonItem season(int number, EpisodeItem... episodes) {
        return new SeasonItem(number, Ids.NONE, null, Arrays.asList(episodes));
    }

    public static CreditItem actor(String name, String character) {
        return new CreditItem(new PersonItem(Ids.NONE, name, PersonFacts.NONE), "Actor", character);
    }

    public static Ids imdb(String imdb) {
        return new Ids(imdb, null, null, null, null);
    }

    public static Ids tmdb(long tmdb) {
        return new Ids(null, null, tmdb, null, null);
    }

    public static MovieRef movieRef(@Nullable String title, @Nullable Integer year) {
        return new MovieRef(Ids.NONE, title, year);
    }

    public static ShowRef showRef(@Nullable String title, @Nullable Integer year) {
        return new ShowRef(Ids.NONE, title, year);
    }

    /// @param text an IMDb id, digits (an id of TMDB or a slug), or a slug
    public static MovieRef movieRef(String text) {
        Long digits = text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
        return new MovieRef(null, text, new Ids(text, null, digits, null, null), null, null);
    }

    /// @param text an IMDb id, digits (an id of TVDB or a slug), or a slug
    public static ShowRef showRef(String text) {
        Long digits = text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
        return new ShowRef(null, text, new Ids(text, digits, null, null, null), null, null);
    }

    public static ShowRef tvdb(long tvdb) {
        return new ShowRef(Ids.ofTvdb(tvdb), null, null);
    }

    public static EpisodeRef episode(ShowRef show, int season, int number) {
        return new EpisodeRef(show, season, number, Ids.NONE);
    }

    @Override
    public void close() {
        database.close();
    }
}
