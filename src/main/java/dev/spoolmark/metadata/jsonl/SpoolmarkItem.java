package dev.spoolmark.metadata.jsonl;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.metadata.AirTime;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.LenientDates;
import dev.spoolmark.metadata.StrictJsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Converts one line of format `spoolmark` to an item (the manual, "Catalog files").
final class SpoolmarkItem {

    private SpoolmarkItem() {}

    static SourceItem of(StrictJsonObject object) {
        SourceItem item = switch (object.needed("type")) {
            case "movie" -> movie(object);
            case "show" -> show(object);
            case "person" -> person(object);
            default -> throw new InvalidItemException("\"type\" must be movie, show or person");
        };
        object.rejectUnknown();
        return item;
    }

    private static MovieItem movie(StrictJsonObject object) {
        MovieFacts facts = new MovieFacts(
                date(object, "released"),
                object.count("runtime"),
                object.text("tagline"),
                object.text("overview"),
                object.text("trailer"),
                object.text("certification"),
                object.object("images", SpoolmarkItem::images, Images.NONE),
                object.texts("genres"));
        MovieItem movie = new MovieItem(
                ids(object),
                object.text("title"),
                object.count("year"),
                facts,
                users(object),
                instant(object, "updated"),
                titles(object));
        requireTitle(movie.ids(), movie.title(), movie.year());
        return movie;
    }

    private static ShowItem show(StrictJsonObject object) {
        LocalDate first = date(object, "first_aired");
        List<SeasonItem> seasons = object.list("seasons", "season", SpoolmarkItem::season);
        ShowFacts facts = new ShowFacts(
                first,
                object.parsed("status", SpoolmarkItem::status, "Continuing or Ended"),
                airing(broadcast(object), seasons, first),
                object.count("runtime"),
                object.text("certification"),
                object.text("overview"),
                object.object("images", SpoolmarkItem::imagesWithBanner, Images.NONE),
                object.texts("genres"));
        ShowItem show = new ShowItem(
                ids(object),
                object.text("title"),
                object.count("year"),
                facts,
                users(object),
                seasons,
                instant(object, "updated"),
                titles(object));
        requireTitle(show.ids(), show.title(), show.year());
        return show;
    }

    private static List<AlternativeTitle> titles(StrictJsonObject object) {
        return object.list("titles", "title", title -> {
            AlternativeTitle read =
                    new AlternativeTitle(title.needed("title"), title.text("language"), title.text("country"));
            title.rejectUnknown();
            return read;
        });
    }

    private static PersonItem person(StrictJsonObject object) {
        PersonFacts facts = new PersonFacts(
                object.text("biography"),
                date(object, "birthday"),
                object.text("birthplace"),
                object.object("images", images -> only(images, "headshot"), null));
        PersonItem person = new PersonItem(ids(object), object.text("name"), facts);
        if (person.ids().isEmpty() && person.name() == null) {
            throw new InvalidItemException("needs an id or a name");
        }
        return person;
    }

    private static Broadcast broadcast(StrictJsonObject object) {
        AirTime time = object.parsed("air_time", AirTime::parse, "a time such as 21:00");
        return new Broadcast(
                object.text("network"),
                object.text("country"),
                object.parsed("time_zone", ZoneId::of, "a time zone such as America/New_York"),
                object.parsed("air_day", SpoolmarkItem::day, "an English weekday"),
                time == null ? null : time.time(),
                time != null && time.nextDay());
    }

    /// The day of a show that airs after midnight is the one on which the night begins. Its first episode
    /// shows whether that is so.
    private static Broadcast airing(Broadcast broadcast, List<SeasonItem> seasons, @Nullable LocalDate first) {
        boolean nextDay = first != null
                && seasons.stream()
                        .flatMap(season -> season.episodes().stream())
                        .flatMap(episode -> Stream.ofNullable(episode.facts().airsAt()))
                        .anyMatch(airsAt -> broadcast.isNextDay(first, airsAt));
        return nextDay ? broadcast.withNextDay() : broadcast;
    }

    private static SeasonItem season(StrictJsonObject season) {
        SeasonItem item = new SeasonItem(
                season.needed("number", ValueLimits.LAST_SEASON),
                ids(season),
                season.object("images", images -> only(images, "poster"), null),
                season.list("episodes", "episode", SpoolmarkItem::episode));
        season.rejectUnknown();
        return item;
    }

    private static EpisodeItem episode(StrictJsonObject episode) {
        String aired = episode.text("first_aired");
        boolean timed = aired != null && aired.contains("T");
        EpisodeFacts facts = new EpisodeFacts(
                episode.text("title"),
                episode.text("overview"),
                timed ? null : date(episode, "first_aired"),
                timed ? instant(episode, "first_aired") : null,
                episode.count("runtime"),
                episode.object("images", images -> only(images, "screen"), null));
        EpisodeItem item = new EpisodeItem(episode.needed("number", ValueLimits.LAST_EPISODE), ids(episode), facts);
        episode.rejectUnknown();
        return item;
    }

    private static List<CreditItem> users(StrictJsonObject object) {
        return object.list("people", "person", SpoolmarkItem::credit);
    }

    private static CreditItem credit(StrictJsonObject credit) {
        PersonItem person = new PersonItem(ids(credit), credit.needed("name"), PersonFacts.NONE);
        CreditItem item = new CreditItem(person, credit.needed("job").strip(), credit.text("character"));
        credit.rejectUnknown();
        return item;
    }

    private static Ids ids(StrictJsonObject object) {
        return object.object(
                "ids",
                ids -> {
                    Ids read = new Ids(
                            ids.text("imdb"),
                            ids.number("tvdb"),
                            ids.number("tmdb"),
                            ids.number("tvrage"),
                            ids.number("tvmaze"));
                    ids.rejectUnknown();
                    return read;
                },
                Ids.NONE);
    }

    private static Images images(StrictJsonObject images) {
        Images read = new Images(images.text("poster"), images.text("fanart"), null);
        images.rejectUnknown();
        return read;
    }

    private static Images imagesWithBanner(StrictJsonObject images) {
        Images read = new Images(images.text("poster"), images.text("fanart"), images.text("banner"));
        images.rejectUnknown();
        return read;
    }

    private static @Nullable String only(StrictJsonObject images, String name) {
        String address = images.text(name);
        images.rejectUnknown();
        return address;
    }

    private static @Nullable LocalDate date(StrictJsonObject object, String name) {
        return object.parsed(name, LenientDates::day, "a date such as 2005-06-15");
    }

    private static @Nullable Instant instant(StrictJsonObject object, String name) {
        return object.parsed(name, LenientDates::instant, "an instant such as 2010-11-01T01:00:00Z");
    }

    private static DayOfWeek day(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static ShowFacts.Status status(String text) {
        return ShowFacts.Status.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static void requireTitle(Ids ids, @Nullable String title, @Nullable Integer year) {
        if (ids.isEmpty() && (title == null || year == null)) {
            throw new InvalidItemException("needs an id, or a title and a year");
        }
    }
}
