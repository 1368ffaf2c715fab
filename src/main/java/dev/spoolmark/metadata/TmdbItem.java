package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Broadcast;
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
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Movies and shows as TMDB tells them.
final class TmdbItem {

    private static final String PICTURES = "https://image.tmdb.org/t/p/original";
    private static final String TRAILERS = "https://youtube.com/watch?v=";
    private static final int LAST_SEASON = 10_000;
    private static final int LAST_EPISODE = 100_000;
    private static final int CAST = 50;

    /// The jobs of the crew that are told here, and what they are called here.
    private static final Map<String, String> JOBS = Map.of(
            "Director", "Director",
            "Writer", "Writer",
            "Screenplay", "Writer",
            "Producer", "Producer",
            "Executive Producer", "Executive Producer");

    private TmdbItem() {}

    static Ids own(long tmdb) {
        return new Ids(null, null, tmdb, null, null);
    }

    static MovieItem movie(JsonNode body) {
        LocalDate released = Lenient.date(body, "release_date");
        MovieFacts facts = new MovieFacts(
                released,
                Lenient.count(body, "runtime"),
                Lenient.textOrNull(body, "tagline"),
                TmdbWords.overview(body),
                trailer(body),
                certification(body),
                images(body),
                names(body.path("genres")));
        Ids ids = new Ids(Lenient.textOrNull(body, "imdb_id"), null, id(body), null, null);
        return new MovieItem(
                ids,
                title(body, "title"),
                Lenient.yearOf(released),
                facts,
                people(body),
                null,
                TmdbWords.otherTitles(body, "titles", "title"));
    }

    static ShowItem show(JsonNode body, List<SeasonItem> seasons) {
        LocalDate first = Lenient.date(body, "first_air_date");
        ShowFacts facts = new ShowFacts(
                first,
                Lenient.text(body, "status").map(TmdbItem::status).orElse(null),
                broadcast(body),
                body.path("episode_run_time").path(0).isIntegralNumber()
                        ? body.path("episode_run_time").path(0).intValue()
                        : null,
                ratingOfHome(body.path("content_ratings").path("results"), "rating"),
                TmdbWords.overview(body),
                images(body),
                names(body.path("genres")));
        JsonNode foreign = body.path("external_ids");
        Ids ids = new Ids(
                Lenient.textOrNull(foreign, "imdb_id"),
                Lenient.number(foreign, "tvdb_id"),
                id(body),
                Lenient.number(foreign, "tvrage_id"),
                null);
        return new ShowItem(
                ids,
                title(body, "name"),
                Lenient.yearOf(first),
                facts,
                people(body),
                seasons,
                null,
                TmdbWords.otherTitles(body, "results", "name"));
    }

    /// What it recommends to those who liked this, the best first.
    static List<Ids> related(JsonNode body) {
        return body.path("recommendations")
                .path("results")
                .valueStream()
                .map(other -> Lenient.number(other, "id"))
                .flatMap(Stream::ofNullable)
                .map(TmdbItem::own)
                .toList();
    }

    static List<Integer> seasonNumbers(JsonNode show) {
        return show.path("seasons")
                .valueStream()
                .map(season -> Lenient.count(season, "season_number"))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(number -> number <= LAST_SEASON)
                .toList();
    }

    static void putHeadsOn(EpisodeShelf shelf, JsonNode show) {
        for (JsonNode season : show.path("seasons")) {
            Integer number = Lenient.count(season, "season_number");
            Long id = Lenient.number(season, "id");
            if (number != null && number <= LAST_SEASON) {
                Ids ids = id == null ? Ids.NONE : own(id);
                shelf.head(new SeasonItem(number, ids, picture(season, "poster_path"), List.of()));
            }
        }
    }

    static void putEpisodesOn(EpisodeShelf shelf, JsonNode season) {
        Integer number = Lenient.count(season, "season_number");
        if (number == null) {
            return;
        }
        for (JsonNode episode : season.path("episodes")) {
            Integer place = Lenient.count(episode, "episode_number");
            if (place == null || place > LAST_EPISODE) {
                shelf.special(Lenient.textOrNull(episode, "name"), episode(episode, 0));
            } else {
                shelf.put(number, episode(episode, place));
            }
        }
    }

    private static EpisodeItem episode(JsonNode episode, int number) {
        EpisodeFacts facts = new EpisodeFacts(
                Lenient.textOrNull(episode, "name"),
                Lenient.textOrNull(episode, "overview"),
                Lenient.date(episode, "air_date"),
                null,
                Lenient.count(episode, "runtime"),
                picture(episode, "still_path"));
        Long id = Lenient.number(episode, "id");
        return new EpisodeItem(number, id == null ? Ids.NONE : own(id), facts);
    }

    private static long id(JsonNode body) {
        return Optional.ofNullable(Lenient.number(body, "id")).orElseThrow(() -> new Unfit("it has no id"));
    }

    private static String title(JsonNode body, String member) {
        return Lenient.text(body, member).orElseThrow(() -> new Unfit("it has no title"));
    }

    private static Status status(String word) {
        return word.equals("Ended") || word.equals("Canceled") ? Status.ENDED : Status.CONTINUING;
    }

    /// Times of day and their zone are not told.
    private static Broadcast broadcast(JsonNode show) {
        JsonNode network = show.path("networks").path(0);
        String code = Lenient.text(network, "origin_country")
                .or(() -> show.path("origin_country")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .findFirst())
                .orElse(null);
        return new Broadcast(Lenient.textOrNull(network, "name"), country(code), null, null, null);
    }

    private static @Nullable String country(@Nullable String code) {
        return code == null ? null : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Images images(JsonNode body) {
        return new Images(picture(body, "poster_path"), picture(body, "backdrop_path"), null);
    }

    private static @Nullable String picture(JsonNode body, String member) {
        return Lenient.text(body, member)
                .filter(path -> path.startsWith("/"))
                .map(path -> PICTURES + path)
                .orElse(null);
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream()
                .flatMap(one -> Lenient.text(one, "name").stream())
                .toList();
    }

    private static @Nullable String trailer(JsonNode movie) {
        return movie.path("videos")
                .path("results")
                .valueStream()
                .filter(video -> video.path("site").asString("").equals("YouTube")
                        && video.path("type").asString("").equals("Trailer"))
                .flatMap(video -> Lenient.text(video, "key").stream())
                .map(key -> TRAILERS + key)
                .findFirst()
                .orElse(null);
    }

    /// The one of the United States, as v1 has it.
    private static @Nullable String certification(JsonNode movie) {
        return movie.path("release_dates")
                .path("results")
                .valueStream()
                .filter(TmdbItem::isHome)
                .flatMap(country -> country.path("release_dates").valueStream())
                .flatMap(release -> Lenient.text(release, "certification").stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ratingOfHome(JsonNode results, String member) {
        return results.valueStream()
                .filter(TmdbItem::isHome)
                .flatMap(country -> Lenient.text(country, member).stream())
                .findFirst()
                .orElse(null);
    }

    private static boolean isHome(JsonNode country) {
        return country.path("iso_3166_1").asString("").equals("US");
    }

    private static List<CreditItem> people(JsonNode body) {
        JsonNode credits = body.path("credits");
        Stream<CreditItem> cast = credits.path("cast")
                .valueStream()
                .limit(CAST)
                .flatMap(part -> credit(part, "Actor", Lenient.textOrNull(part, "character")).stream());
        Stream<CreditItem> crew = credits.path("crew")
                .valueStream()
                .flatMap(
                        part -> Optional.ofNullable(JOBS.get(part.path("job").asString("")))
                                .flatMap(job -> credit(part, job, null))
                                .stream());
        return Stream.concat(cast, crew).distinct().toList();
    }

    private static Optional<CreditItem> credit(JsonNode part, String job, @Nullable String character) {
        Long id = Lenient.number(part, "id");
        return Lenient.text(part, "name")
                .map(name -> new CreditItem(
                        new PersonItem(
                                id == null ? Ids.NONE : own(id),
                                name,
                                new PersonFacts(null, null, null, picture(part, "profile_path"))),
                        job,
                        character));
    }
}
