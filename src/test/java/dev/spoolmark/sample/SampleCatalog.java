package dev.spoolmark.sample;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/// Generates movies and shows with texts and credits. The first two shows have 1,500 episodes: one in a single season,
/// one in 30. Every tenth show has an episode each week, also in the coming two months; the others have ended.
public final class SampleCatalog {

    private static final int LONG_SHOWS = 2;
    private static final int LONG_SEASON = 1_500;
    private static final int LONG_SEASONS = 30;
    private static final int EPISODES_OF_LONG_SEASON = 50;
    private static final int COMING_WEEKS = 8;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration SINCE_THE_END = Duration.ofDays(200);

    /// Items of one transaction.
    private static final int BATCH_SIZE = 100;

    private static final List<String> GENRES = List.of("Drama", "Comedy", "Science Fiction", "Crime", "Documentary");

    private final CatalogImport load;
    private final Instant now;
    private final RandomTitles titles = new RandomTitles(11);

    public SampleCatalog(Database database, InstantSource clock, Catalog catalog) {
        load = new CatalogImport(database, clock, catalog);
        now = clock.instant();
    }

    /// Adds items, whose cast is taken from this many people. The first person is in every 50th movie and show.
    public void fill(int shows, int movies, int people) {
        List<String> names =
                IntStream.range(0, people).mapToObj(n -> name(titles.words(2))).toList();
        apply(shows, n -> show(n, names));
        apply(movies, n -> movie(n, names));
    }

    private void apply(int count, IntFunction<SourceItem> item) {
        IntStream.range(0, count)
                .mapToObj(item)
                .gather(Gatherers.windowFixed(BATCH_SIZE))
                .forEach(load::apply);
    }

    private SourceItem movie(int number, List<String> names) {
        int year = 1950 + number % 75;
        MovieFacts facts = new MovieFacts(
                null, 80 + number % 90, titles.words(6), titles.words(60), null, null, Images.NONE, genres(number));
        return new MovieItem(
                Ids.ofTmdb(2_000_000L + number), name(titles.next()), year, facts, cast(number, 10, names), null);
    }

    private SourceItem show(int number, List<String> names) {
        boolean isLong = number < LONG_SHOWS;
        boolean airs = number % 10 == 0;
        int seasons = number == 0 ? 1 : isLong ? LONG_SEASONS : 1 + number % 8;
        int each = number == 0 ? LONG_SEASON : isLong ? EPISODES_OF_LONG_SEASON : 8 + number % 10;
        Instant last = airs
                ? now.plus(WEEK.multipliedBy(COMING_WEEKS)).plus(Duration.ofHours(number % 168))
                : now.minus(SINCE_THE_END.multipliedBy(1 + number % 5));
        Instant first = last.minus(WEEK.multipliedBy((long) seasons * each));
        ShowFacts facts = new ShowFacts(
                null,
                airs ? ShowFacts.Status.CONTINUING : ShowFacts.Status.ENDED,
                new Broadcast("Network " + number % 40, "United States", ZoneOffset.UTC, null, null),
                number % 2 == 0 ? 45 : 22,
                null,
                titles.words(60),
                Images.NONE,
                genres(number));
        List<SeasonItem> all = IntStream.range(0, seasons)
                .mapToObj(season -> season(season + 1, each, first.plus(WEEK.multipliedBy((long) season * each))))
                .toList();
        return new ShowItem(
                Ids.ofTvdb(1_000_000L + number),
                name(titles.next()),
                first.atOffset(ZoneOffset.UTC).getYear(),
                facts,
                cast(number, 15, names),
                all,
                null);
    }

    private SeasonItem season(int number, int episodes, Instant first) {
        return new SeasonItem(
                number,
                Ids.NONE,
                null,
                IntStream.rangeClosed(1, episodes)
                        .mapToObj(episode -> episode(episode, first.plus(WEEK.multipliedBy(episode))))
                        .toList());
    }

    private EpisodeItem episode(int number, Instant at) {
        return new EpisodeItem(
                number,
                Ids.NONE,
                new EpisodeFacts(
                        name(titles.next()),
                        titles.words(25),
                        at.atOffset(ZoneOffset.UTC).toLocalDate(),
                        at,
                        40 + number % 9,
                        null));
    }

    private static List<CreditItem> cast(int number, int size, List<String> names) {
        return IntStream.range(0, size)
                .map(at -> at == 0 && number % 50 == 0 ? 0 : 1 + (number * size + at) % (names.size() - 1))
                .mapToObj(person -> new CreditItem(
                        new PersonItem(Ids.ofTmdb(3_000_000L + person), names.get(person), PersonFacts.NONE),
                        "Actor",
                        "The character of " + names.get(person)))
                .toList();
    }

    private static List<String> genres(int number) {
        return List.of(GENRES.get(number % GENRES.size()), GENRES.get((number / 5 + 1 + number) % GENRES.size()));
    }

    /// With a capital letter at the beginning.
    private static String name(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
