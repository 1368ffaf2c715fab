package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.CatalogItem.CreditItem;
import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.PersonItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.OtherTitle;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.kernel.Bounds;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of format `spoolmark` as an item (the manual's "Catalogue files").
final class SpoolmarkItem {

    private SpoolmarkItem() {}

    static CatalogItem of(Members line) {
        CatalogItem item = switch (line.needed("type")) {
            case "movie" -> movie(line);
            case "show" -> show(line);
            case "person" -> person(line);
            default -> throw new Unfit("\"type\" must be movie, show or person");
        };
        line.refuseOthers();
        return item;
    }

    private static MovieItem movie(Members line) {
        MovieFacts facts = new MovieFacts(
                date(line, "released"),
                line.count("runtime"),
                line.text("tagline"),
                line.text("overview"),
                line.text("trailer"),
                line.text("certification"),
                line.object("images", SpoolmarkItem::images, Images.NONE),
                line.texts("genres"));
        MovieItem movie = new MovieItem(
                ids(line),
                line.text("title"),
                line.count("year"),
                facts,
                people(line),
                instant(line, "updated"),
                titles(line));
        refuseNameless(movie.ids(), movie.title(), movie.year());
        return movie;
    }

    private static ShowItem show(Members line) {
        LocalDate first = date(line, "first_aired");
        List<SeasonItem> seasons = line.list("seasons", "season", SpoolmarkItem::season);
        ShowFacts facts = new ShowFacts(
                first,
                line.parsed("status", SpoolmarkItem::status, "Continuing or Ended"),
                airing(broadcast(line), seasons, first),
                line.count("runtime"),
                line.text("certification"),
                line.text("overview"),
                line.object("images", SpoolmarkItem::imagesWithBanner, Images.NONE),
                line.texts("genres"));
        ShowItem show = new ShowItem(
                ids(line),
                line.text("title"),
                line.count("year"),
                facts,
                people(line),
                seasons,
                instant(line, "updated"),
                titles(line));
        refuseNameless(show.ids(), show.title(), show.year());
        return show;
    }

    private static List<OtherTitle> titles(Members line) {
        return line.list("titles", "title", title -> {
            OtherTitle read = new OtherTitle(title.needed("title"), title.text("language"), title.text("country"));
            title.refuseOthers();
            return read;
        });
    }

    private static PersonItem person(Members line) {
        PersonFacts facts = new PersonFacts(
                line.text("biography"),
                date(line, "birthday"),
                line.text("birthplace"),
                line.object("images", images -> only(images, "headshot"), null));
        PersonItem person = new PersonItem(ids(line), line.text("name"), facts);
        if (person.ids().isEmpty() && person.name() == null) {
            throw new Unfit("needs an id or a name");
        }
        return person;
    }

    private static Broadcast broadcast(Members line) {
        AirTime time = line.parsed("air_time", AirTime::parse, "a time such as 21:00");
        return new Broadcast(
                line.text("network"),
                line.text("country"),
                line.parsed("time_zone", ZoneId::of, "a time zone such as America/New_York"),
                line.parsed("air_day", SpoolmarkItem::day, "an English weekday"),
                time == null ? null : time.time(),
                time != null && time.nextDay());
    }

    /// The day of a show that airs after midnight is the one on which the night begins; its first episode shows that.
    private static Broadcast airing(Broadcast broadcast, List<SeasonItem> seasons, @Nullable LocalDate first) {
        boolean nextDay = first != null
                && seasons.stream()
                        .flatMap(season -> season.episodes().stream())
                        .flatMap(episode -> Stream.ofNullable(episode.facts().airsAt()))
                        .anyMatch(airsAt -> broadcast.isNextDay(first, airsAt));
        return nextDay ? broadcast.withNextDay() : broadcast;
    }

    private static SeasonItem season(Members season) {
        SeasonItem item = new SeasonItem(
                season.needed("number", Bounds.LAST_SEASON),
                ids(season),
                season.object("images", images -> only(images, "poster"), null),
                season.list("episodes", "episode", SpoolmarkItem::episode));
        season.refuseOthers();
        return item;
    }

    private static EpisodeItem episode(Members episode) {
        String aired = episode.text("first_aired");
        boolean timed = aired != null && aired.contains("T");
        EpisodeFacts facts = new EpisodeFacts(
                episode.text("title"),
                episode.text("overview"),
                timed ? null : date(episode, "first_aired"),
                timed ? instant(episode, "first_aired") : null,
                episode.count("runtime"),
                episode.object("images", images -> only(images, "screen"), null));
        EpisodeItem item = new EpisodeItem(episode.needed("number", Bounds.LAST_EPISODE), ids(episode), facts);
        episode.refuseOthers();
        return item;
    }

    private static List<CreditItem> people(Members line) {
        return line.list("people", "person", SpoolmarkItem::credit);
    }

    private static CreditItem credit(Members credit) {
        PersonItem person = new PersonItem(ids(credit), credit.needed("name"), PersonFacts.NONE);
        CreditItem item = new CreditItem(person, credit.needed("job").strip(), credit.text("character"));
        credit.refuseOthers();
        return item;
    }

    private static Ids ids(Members line) {
        return line.object(
                "ids",
                ids -> {
                    Ids read = new Ids(
                            ids.text("imdb"),
                            ids.number("tvdb"),
                            ids.number("tmdb"),
                            ids.number("tvrage"),
                            ids.number("tvmaze"));
                    ids.refuseOthers();
                    return read;
                },
                Ids.NONE);
    }

    private static Images images(Members images) {
        Images read = new Images(images.text("poster"), images.text("fanart"), null);
        images.refuseOthers();
        return read;
    }

    private static Images imagesWithBanner(Members images) {
        Images read = new Images(images.text("poster"), images.text("fanart"), images.text("banner"));
        images.refuseOthers();
        return read;
    }

    private static @Nullable String only(Members images, String name) {
        String address = images.text(name);
        images.refuseOthers();
        return address;
    }

    private static @Nullable LocalDate date(Members line, String name) {
        return line.parsed(name, Dates::day, "a date such as 2005-06-15");
    }

    private static @Nullable Instant instant(Members line, String name) {
        return line.parsed(name, Dates::instant, "an instant such as 2010-11-01T01:00:00Z");
    }

    private static DayOfWeek day(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static ShowFacts.Status status(String text) {
        return ShowFacts.Status.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static void refuseNameless(Ids ids, @Nullable String title, @Nullable Integer year) {
        if (ids.isEmpty() && (title == null || year == null)) {
            throw new Unfit("needs an id, or a title and a year");
        }
    }
}
