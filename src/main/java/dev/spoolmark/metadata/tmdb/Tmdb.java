package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.catalog.source.SourceTitle;
import dev.spoolmark.catalog.source.TitleSearch;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamRequest;
import dev.spoolmark.metadata.EpisodeCollector;
import dev.spoolmark.metadata.JsonClient;
import dev.spoolmark.metadata.LenientJson;
import dev.spoolmark.metadata.SearchMatch;
import dev.spoolmark.metadata.SearchMatch.Hit;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.metadata.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// TMDB (`https://developer.themoviedb.org`, version 3): movies and shows; needs a token.
public final class Tmdb implements Source {

    private static final String ABOUT_MOVIE =
            "?append_to_response=credits,release_dates,videos,alternative_titles,translations,recommendations";
    private static final String ABOUT_SHOW =
            "?append_to_response=external_ids,credits,content_ratings,alternative_titles,translations,recommendations";

    /// The maximum number of parts in one request.
    private static final int PARTS = 20;

    /// The maximum number of pages. A page holds a hundred changes, a day some thousands.
    private static final int PAGES = 50;

    private final JsonClient client;
    private final Secret token;
    private final InstantSource clock;

    public Tmdb(UpstreamClient client, Secret token, InstantSource clock) {
        this.client = new JsonClient(client);
        this.token = token;
        this.clock = clock;
    }

    @Override
    public String name() {
        return SourceName.TMDB.key();
    }

    @Override
    public boolean supports(Kind kind) {
        return kind == Kind.MOVIE || kind == Kind.SHOW;
    }

    @Override
    public Optional<Instant> openUntil() {
        return client.openUntil();
    }

    @Override
    public SourceResult lookUp(SourceQuery query) {
        return JsonClient.toResult(() -> {
            SearchMatch chosen = find(query);
            return chosen.id()
                    .flatMap(id -> query.kind() == Kind.MOVIE ? movie(id) : show(id, query))
                    .orElseGet(() -> new NotFound(chosen.warnings()));
        });
    }

    private SearchMatch find(SourceQuery query) {
        Ids ids = query.ids();
        Optional<Long> known = Optional.ofNullable(ids.tmdb())
                .or(() -> byForeign(query.kind(), ids.imdb(), "imdb_id"))
                .or(() -> query.kind() == Kind.SHOW ? byForeign(Kind.SHOW, ids.tvdb(), "tvdb_id") : Optional.empty());
        String title = query.title();
        return known.isPresent() || title == null
                ? new SearchMatch(known, List.of())
                : search(query.kind(), title, query.year());
    }

    private Optional<Long> byForeign(Kind kind, @Nullable Object id, String source) {
        String results = kind == Kind.MOVIE ? "movie_results" : "tv_results";
        return Stream.ofNullable(id)
                .flatMap(foreign -> get("/3/find/" + foreign + "?external_source=" + source).stream())
                .flatMap(body -> body.path(results).valueStream())
                .map(hit -> LenientJson.number(hit, "id"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public boolean isSearchable() {
        return true;
    }

    /// One request for movies and shows; people among the results are skipped.
    @Override
    public TitleSearch search(String text) {
        return JsonClient.toTitles(() -> get("/3/search/multi?query=" + JsonClient.encoded(text)).stream()
                .flatMap(body -> body.path("results").valueStream())
                .flatMap(hit -> title(hit).stream())
                .toList());
    }

    private Optional<SourceTitle> title(JsonNode hit) {
        boolean isMovie = hit.path("media_type").asString("").equals("movie");
        boolean isShow = hit.path("media_type").asString("").equals("tv");
        Long id = LenientJson.id(hit, "id");
        String name = LenientJson.textOrNull(hit, isMovie ? "title" : "name");
        return id == null || name == null || !(isMovie || isShow)
                ? Optional.empty()
                : Optional.of(new SourceTitle(
                        name(),
                        isMovie ? Kind.MOVIE : Kind.SHOW,
                        TmdbItem.own(id),
                        name.strip(),
                        LenientJson.year(hit, isMovie ? "release_date" : "first_air_date")));
    }

    private SearchMatch search(Kind kind, String title, @Nullable Integer year) {
        boolean movie = kind == Kind.MOVIE;
        String query = (movie ? "/3/search/movie?query=" : "/3/search/tv?query=") + JsonClient.encoded(title);
        List<Hit> hits = get(query).stream()
                .flatMap(body -> body.path("results").valueStream())
                .map(hit -> new Hit(
                        LenientJson.number(hit, "id"),
                        LenientJson.textOrNull(hit, movie ? "title" : "name"),
                        LenientJson.year(hit, movie ? "release_date" : "first_air_date")))
                .toList();
        return SearchMatch.of(title, year, hits);
    }

    private Optional<SourceResult> movie(long id) {
        return get("/3/movie/" + id + ABOUT_MOVIE).map(body -> {
            List<String> invalidValues = TmdbFields.invalidValuesOfMovie(body);
            return new Found(TmdbItem.movie(id, body), List.of(), invalidValues)
                    .read(true, !invalidValues.isEmpty() || !TmdbItem.isComplete(body))
                    .withRelated(TmdbItem.related(body));
        });
    }

    private Optional<SourceResult> show(long id, SourceQuery query) {
        return get("/3/tv/" + id + ABOUT_SHOW).map(body -> {
            EpisodeCollector episodes = new EpisodeCollector();
            if (query.withEpisodes()) {
                putSeasonsOn(episodes, id, TmdbEpisodes.seasonNumbers(body));
                TmdbEpisodes.putHeadsOn(episodes, body);
            }
            List<String> invalidValues = new ArrayList<>(TmdbFields.invalidValuesOfShow(body));
            boolean unreadable = !invalidValues.isEmpty() || !TmdbItem.isComplete(body);
            invalidValues.addAll(episodes.warnings());
            return new Found(TmdbItem.show(id, body, episodes.seasons()), episodes.unplaced(), invalidValues)
                    .read(episodes.isComplete() && body.path("seasons").isArray(), unreadable)
                    .withRelated(TmdbItem.related(body));
        });
    }

    private void putSeasonsOn(EpisodeCollector episodes, long id, List<Integer> numbers) {
        for (int from = 0; from < numbers.size(); from += PARTS) {
            List<String> parts = numbers.subList(from, Math.min(from + PARTS, numbers.size())).stream()
                    .map(number -> "season/" + number)
                    .toList();
            get("/3/tv/" + id + "?append_to_response=" + String.join(",", parts))
                    .ifPresentOrElse(
                            body -> parts.forEach(part -> TmdbEpisodes.putEpisodesOn(episodes, body.path(part))),
                            episodes::incomplete);
        }
    }

    /// The API reports changes by date, so an item counts as changed at the start of the first requested day.
    @Override
    public List<SourceChanges> changesSince(Duration window) {
        Instant since = clock.instant().minus(window).minus(Duration.ofDays(1));
        String start = since.toString().substring(0, "2013-06-24".length());
        return List.of(changes(Kind.MOVIE, "/3/movie/changes", start), changes(Kind.SHOW, "/3/tv/changes", start));
    }

    private SourceChanges changes(Kind kind, String target, String start) {
        Instant since = Instant.parse(start + "T00:00:00Z");
        Map<Ids, Instant> changed = new HashMap<>();
        try {
            long pages = 1;
            for (int page = 1; page <= Math.min(pages, PAGES); page++) {
                JsonNode body = get(target + "?start_date=" + start + "&page=" + page)
                        .orElseThrow(() -> new SourceUnavailableException("has no list of changes"));
                body.path("results")
                        .valueStream()
                        .map(hit -> LenientJson.number(hit, "id"))
                        .filter(Objects::nonNull)
                        .forEach(id -> changed.put(TmdbItem.own(Objects.requireNonNull(id)), since));
                pages = Objects.requireNonNullElse(LenientJson.number(body, "total_pages"), 1L);
            }
            return new SourceChanges(kind, changed, null);
        } catch (RuntimeException e) {
            return SourceChanges.failed(kind, JsonClient.reason(e));
        }
    }

    private Optional<JsonNode> get(String target) {
        return client.get(UpstreamRequest.json(target).with(token));
    }
}
