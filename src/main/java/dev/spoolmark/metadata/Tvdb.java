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
import dev.spoolmark.outgoing.Fetched;
import dev.spoolmark.outgoing.Fetched.Failed;
import dev.spoolmark.outgoing.Line;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// TheTVDB (`https://thetvdb.github.io/v4-api`, version 4): shows, for whoever has a key there.
///
/// The key is exchanged for a token, which is kept in memory until it is no longer accepted.
public final class Tvdb implements Source {

    /// So many episodes, and the next page may hold more.
    private static final int A_PAGE = 500;

    private static final int PAGES = 40;

    private final JsonLine line;
    private final Secret key;
    private final InstantSource clock;
    private volatile @Nullable Secret token;

    public Tvdb(Line line, Secret key, InstantSource clock) {
        this.line = new JsonLine(line);
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String name() {
        return SourceName.TVDB.word();
    }

    @Override
    public boolean tellsOf(Kind kind) {
        return kind == Kind.SHOW;
    }

    @Override
    public Optional<Instant> openUntil() {
        return line.openUntil();
    }

    @Override
    public Answer ask(Question question) {
        return JsonLine.told(() -> {
            Chosen chosen = find(question);
            return chosen.id().flatMap(id -> show(id, question)).orElseGet(() -> new Unknown(chosen.remarks()));
        });
    }

    private Chosen find(Question question) {
        Optional<Long> known = Optional.ofNullable(question.ids().tvdb())
                .or(() -> byImdb(question.ids().imdb()));
        String title = question.title();
        return known.isPresent() || title == null ? new Chosen(known, List.of()) : search(title, question.year());
    }

    private Optional<Long> byImdb(@Nullable String imdb) {
        return Stream.ofNullable(imdb)
                .flatMap(id -> get("/v4/search/remoteid/" + id).stream())
                .flatMap(JsonNode::valueStream)
                .flatMap(hit -> Optional.ofNullable(Lenient.number(hit.path("series"), "id")).stream())
                .findFirst();
    }

    private Chosen search(String title, @Nullable Integer year) {
        List<Hit> hits = get("/v4/search?type=series&query=" + JsonLine.encoded(title)).stream()
                .flatMap(JsonNode::valueStream)
                .map(hit -> new Hit(
                        Lenient.number(hit, "tvdb_id"), Lenient.textOrNull(hit, "name"), Lenient.count(hit, "year")))
                .toList();
        return Chosen.of(title, year, hits);
    }

    private Optional<Answer> show(long id, Question question) {
        return get("/v4/series/" + id + "/extended?short=true&meta=translations")
                .map(body -> {
                    EpisodeShelf shelf = new EpisodeShelf();
                    if (question.withEpisodes()) {
                        putEpisodesOn(shelf, id, TvdbWords.isTranslated(body));
                    }
                    List<String> odd = new ArrayList<>(TvdbShow.oddValues(body));
                    boolean unreadable = !odd.isEmpty();
                    odd.addAll(shelf.remarks());
                    return new Told(TvdbShow.item(id, body, shelf.seasons()), shelf.loose(), odd)
                            .read(shelf.isWhole(), unreadable);
                });
    }

    private void putEpisodesOn(EpisodeShelf shelf, long id, boolean translated) {
        Map<Long, JsonNode> english = translated ? english(id) : Map.of();
        Pages pages = eachEpisode(id, "default", episode -> TvdbShow.putOn(shelf, episode, english));
        if (pages == Pages.NONE) {
            throw new Unanswered("has no list of its episodes");
        }
        if (pages == Pages.SOME) {
            shelf.incomplete();
        }
    }

    /// The episodes of which there are English words, by their ids. There need not be any.
    private Map<Long, JsonNode> english(long id) {
        Map<Long, JsonNode> english = new HashMap<>();
        eachEpisode(id, "default/" + TvdbWords.ENGLISH, episode -> {
            Long own = Lenient.number(episode, "id");
            if (own != null) {
                english.put(own, episode);
            }
        });
        return english;
    }

    /// How much of a list was there.
    private enum Pages {
        NONE,
        SOME,
        ALL
    }

    private Pages eachEpisode(long id, String list, Consumer<JsonNode> each) {
        boolean more = true;
        boolean lists = true;
        for (int page = 0; more && page < PAGES; page++) {
            Optional<JsonNode> body = get("/v4/series/" + id + "/episodes/" + list + "?page=" + page);
            if (body.isEmpty()) {
                return page > 0 ? Pages.SOME : Pages.NONE;
            }
            JsonNode episodes = body.get().path("episodes");
            lists &= episodes.isArray();
            episodes.forEach(each);
            more = episodes.size() >= A_PAGE;
        }
        return more || !lists ? Pages.SOME : Pages.ALL;
    }

    /// A show changes with any of its episodes.
    @Override
    public List<Changes> changes(Duration lately) {
        Map<Ids, Instant> changed = new HashMap<>();
        try {
            long since = clock.instant().minus(lately).getEpochSecond();
            addChanges("series", "recordId", since, changed);
            addChanges("episodes", "seriesId", since, changed);
            return List.of(new Changes(Kind.SHOW, changed, null));
        } catch (RuntimeException e) {
            return List.of(Changes.failed(Kind.SHOW, JsonLine.reason(e)));
        }
    }

    /// @param show the member in which the id of the show stands
    private void addChanges(String type, String show, long since, Map<Ids, Instant> changed) {
        boolean more = true;
        for (int page = 0; more && page < PAGES; page++) {
            JsonNode body = whole("/v4/updates?since=" + since + "&type=" + type + "&page=" + page)
                    .orElseThrow(() -> new Unanswered("has no list of changes"));
            for (JsonNode change : body.path("data")) {
                Long id = Lenient.number(change, show);
                if (id != null) {
                    Lenient.instant(change.path("timeStamp"))
                            .ifPresent(at -> changed.merge(
                                    Ids.ofTvdb(id), at, (one, other) -> one.isAfter(other) ? one : other));
                }
            }
            more = Lenient.text(body.path("links"), "next").isPresent();
        }
    }

    /// The `data` of an answer.
    private Optional<JsonNode> get(String target) {
        return whole(target).map(body -> body.path("data"));
    }

    /// An answer, signing in first, and once more when the token is no longer accepted.
    private Optional<JsonNode> whole(String target) {
        Secret standing = token;
        Secret first = standing == null ? signIn() : standing;
        Fetched fetched = line.fetch(Ask.json(target).with(first));
        if (fetched instanceof Failed failed && failed.refused() && standing != null) {
            fetched = line.fetch(Ask.json(target).with(signIn()));
        }
        return JsonLine.read(fetched);
    }

    private Secret signIn() {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(Map.of("apikey", new String(key.reveal(), StandardCharsets.UTF_8)));
        Secret fresh = line.get(Ask.json("/v4/login").sending(Secret.of(body)))
                .flatMap(answer -> Lenient.text(answer.path("data"), "token"))
                .map(text -> Secret.of(text.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new Unanswered("gave no token for the key"));
        token = fresh;
        return fresh;
    }
}
