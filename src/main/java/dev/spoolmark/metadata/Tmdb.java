package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Answer;
import dev.spoolmark.catalog.Answer.Told;
import dev.spoolmark.catalog.Answer.Unknown;
import dev.spoolmark.catalog.Changes;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Question;
import dev.spoolmark.catalog.Source;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.metadata.Chosen.Hit;
import dev.spoolmark.outgoing.Ask;
import dev.spoolmark.outgoing.Line;
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

/// TMDB (`https://developer.themoviedb.org`, version 3): movies and shows, for whoever has a token there.
public final class Tmdb implements Source {

    private static final String ABOUT_MOVIE =
            "?append_to_response=credits,release_dates,videos,alternative_titles,translations,recommendations";
    private static final String ABOUT_SHOW =
            "?append_to_response=external_ids,credits,content_ratings,alternative_titles,translations,recommendations";

    /// As many parts as may be asked for in one call.
    private static final int PARTS = 20;

    /// A page of changes holds a hundred; a day has some thousands.
    private static final int PAGES = 50;

    private final JsonLine line;
    private final Secret token;
    private final InstantSource clock;

    public Tmdb(Line line, Secret token, InstantSource clock) {
        this.line = new JsonLine(line);
        this.token = token;
        this.clock = clock;
    }

    @Override
    public String name() {
        return SourceName.TMDB.word();
    }

    @Override
    public boolean tellsOf(Kind kind) {
        return kind == Kind.MOVIE || kind == Kind.SHOW;
    }

    @Override
    public Optional<Instant> openUntil() {
        return line.openUntil();
    }

    @Override
    public Answer ask(Question question) {
        return JsonLine.told(() -> {
            Chosen chosen = find(question);
            return chosen.id()
                    .flatMap(id -> question.kind() == Kind.MOVIE ? movie(id) : show(id, question))
                    .orElseGet(() -> new Unknown(chosen.remarks()));
        });
    }

    private Chosen find(Question question) {
        Ids ids = question.ids();
        Optional<Long> known = Optional.ofNullable(ids.tmdb())
                .or(() -> byForeign(question.kind(), ids.imdb(), "imdb_id"))
                .or(() ->
                        question.kind() == Kind.SHOW ? byForeign(Kind.SHOW, ids.tvdb(), "tvdb_id") : Optional.empty());
        String title = question.title();
        return known.isPresent() || title == null
                ? new Chosen(known, List.of())
                : search(question.kind(), title, question.year());
    }

    private Optional<Long> byForeign(Kind kind, @Nullable Object id, String source) {
        String results = kind == Kind.MOVIE ? "movie_results" : "tv_results";
        return Stream.ofNullable(id)
                .flatMap(foreign -> get("/3/find/" + foreign + "?external_source=" + source).stream())
                .flatMap(body -> body.path(results).valueStream())
                .map(hit -> Lenient.number(hit, "id"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Chosen search(Kind kind, String title, @Nullable Integer year) {
        boolean movie = kind == Kind.MOVIE;
        String query = (movie ? "/3/search/movie?query=" : "/3/search/tv?query=") + JsonLine.encoded(title);
        List<Hit> hits = get(query).stream()
                .flatMap(body -> body.path("results").valueStream())
                .map(hit -> new Hit(
                        Lenient.number(hit, "id"),
                        Lenient.textOrNull(hit, movie ? "title" : "name"),
                        Lenient.year(hit, movie ? "release_date" : "first_air_date")))
                .toList();
        return Chosen.of(title, year, hits);
    }

    private Optional<Answer> movie(long id) {
        return get("/3/movie/" + id + ABOUT_MOVIE).map(body -> {
            List<String> odd = TmdbItem.oddValuesOfMovie(body);
            return new Told(TmdbItem.movie(id, body), List.of(), odd)
                    .read(true, !odd.isEmpty() || !TmdbItem.isComplete(body))
                    .goingWith(TmdbItem.related(body));
        });
    }

    private Optional<Answer> show(long id, Question question) {
        return get("/3/tv/" + id + ABOUT_SHOW).map(body -> {
            EpisodeShelf shelf = new EpisodeShelf();
            if (question.withEpisodes()) {
                putSeasonsOn(shelf, id, TmdbItem.seasonNumbers(body));
                TmdbItem.putHeadsOn(shelf, body);
            }
            List<String> odd = new ArrayList<>(TmdbItem.oddValuesOfShow(body));
            boolean unreadable = !odd.isEmpty() || !TmdbItem.isComplete(body);
            odd.addAll(shelf.remarks());
            return new Told(TmdbItem.show(id, body, shelf.seasons()), shelf.loose(), odd)
                    .read(shelf.isWhole() && body.path("seasons").isArray(), unreadable)
                    .goingWith(TmdbItem.related(body));
        });
    }

    private void putSeasonsOn(EpisodeShelf shelf, long id, List<Integer> numbers) {
        for (int from = 0; from < numbers.size(); from += PARTS) {
            List<String> parts = numbers.subList(from, Math.min(from + PARTS, numbers.size())).stream()
                    .map(number -> "season/" + number)
                    .toList();
            get("/3/tv/" + id + "?append_to_response=" + String.join(",", parts))
                    .ifPresentOrElse(
                            body -> parts.forEach(part -> TmdbItem.putEpisodesOn(shelf, body.path(part))),
                            shelf::incomplete);
        }
    }

    /// Days are all it tells, so a thing counts as changed since the day began that was asked for.
    @Override
    public List<Changes> changes(Duration lately) {
        Instant since = clock.instant().minus(lately).minus(Duration.ofDays(1));
        String start = since.toString().substring(0, "2013-06-24".length());
        return List.of(changes(Kind.MOVIE, "/3/movie/changes", start), changes(Kind.SHOW, "/3/tv/changes", start));
    }

    private Changes changes(Kind kind, String target, String start) {
        Instant since = Instant.parse(start + "T00:00:00Z");
        Map<Ids, Instant> changed = new HashMap<>();
        try {
            long pages = 1;
            for (int page = 1; page <= Math.min(pages, PAGES); page++) {
                JsonNode body = get(target + "?start_date=" + start + "&page=" + page)
                        .orElseThrow(() -> new Unanswered("has no list of changes"));
                body.path("results")
                        .valueStream()
                        .map(hit -> Lenient.number(hit, "id"))
                        .filter(Objects::nonNull)
                        .forEach(id -> changed.put(TmdbItem.own(Objects.requireNonNull(id)), since));
                pages = Objects.requireNonNullElse(Lenient.number(body, "total_pages"), 1L);
            }
            return new Changes(kind, changed, null);
        } catch (RuntimeException e) {
            return Changes.failed(kind, JsonLine.reason(e));
        }
    }

    private Optional<JsonNode> get(String target) {
        return line.get(Ask.json(target).with(token));
    }
}
