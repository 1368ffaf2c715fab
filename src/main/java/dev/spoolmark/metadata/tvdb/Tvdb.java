package dev.spoolmark.metadata.tvdb;

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
import dev.spoolmark.http.client.FetchResult;
import dev.spoolmark.http.client.FetchResult.Failed;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamRequest;
import dev.spoolmark.metadata.EpisodeCollector;
import dev.spoolmark.metadata.JsonClient;
import dev.spoolmark.metadata.LenientJson;
import dev.spoolmark.metadata.SearchMatch;
import dev.spoolmark.metadata.SearchMatch.Hit;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.metadata.SourceUnavailableException;
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

/// TheTVDB (`https://thetvdb.github.io/v4-api`, version 4): shows only; needs a key.
///
/// The key is exchanged for a token, which is kept in memory until it is rejected.
public final class Tvdb implements Source {

    /// The page size: a page with fewer episodes is the last one.
    private static final int PAGE_SIZE = 500;

    private static final int PAGES = 40;

    private final JsonClient client;
    private final Secret key;
    private final InstantSource clock;
    private volatile @Nullable Secret token;

    public Tvdb(UpstreamClient client, Secret key, InstantSource clock) {
        this.client = new JsonClient(client);
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String name() {
        return SourceName.TVDB.key();
    }

    @Override
    public boolean supports(Kind kind) {
        return kind == Kind.SHOW;
    }

    @Override
    public Optional<Instant> openUntil() {
        return client.openUntil();
    }

    @Override
    public SourceResult lookUp(SourceQuery query) {
        return JsonClient.toResult(() -> {
            SearchMatch chosen = find(query);
            return chosen.id().flatMap(id -> show(id, query)).orElseGet(() -> new NotFound(chosen.warnings()));
        });
    }

    private SearchMatch find(SourceQuery query) {
        Optional<Long> known = Optional.ofNullable(query.ids().tvdb())
                .or(() -> byImdb(query.ids().imdb()));
        String title = query.title();
        return known.isPresent() || title == null ? new SearchMatch(known, List.of()) : search(title, query.year());
    }

    private Optional<Long> byImdb(@Nullable String imdb) {
        return Stream.ofNullable(imdb)
                .flatMap(id -> get("/v4/search/remoteid/" + id).stream())
                .flatMap(JsonNode::valueStream)
                .flatMap(hit -> Optional.ofNullable(LenientJson.number(hit.path("series"), "id")).stream())
                .findFirst();
    }

    @Override
    public boolean isSearchable() {
        return true;
    }

    @Override
    public TitleSearch search(String text) {
        return JsonClient.toTitles(() -> get("/v4/search?type=series&query=" + JsonClient.encoded(text)).stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(hit -> title(hit).stream())
                .toList());
    }

    private Optional<SourceTitle> title(JsonNode hit) {
        Long id = LenientJson.id(hit, "tvdb_id");
        String name = LenientJson.textOrNull(hit, "name");
        return id == null || name == null
                ? Optional.empty()
                : Optional.of(new SourceTitle(
                        name(), Kind.SHOW, Ids.ofTvdb(id), name.strip(), LenientJson.count(hit, "year")));
    }

    private SearchMatch search(String title, @Nullable Integer year) {
        List<Hit> hits = get("/v4/search?type=series&query=" + JsonClient.encoded(title)).stream()
                .flatMap(JsonNode::valueStream)
                .map(hit -> new Hit(
                        LenientJson.number(hit, "tvdb_id"),
                        LenientJson.textOrNull(hit, "name"),
                        LenientJson.count(hit, "year")))
                .toList();
        return SearchMatch.of(title, year, hits);
    }

    private Optional<SourceResult> show(long id, SourceQuery query) {
        return get("/v4/series/" + id + "/extended?short=true&meta=translations")
                .map(body -> {
                    EpisodeCollector episodes = new EpisodeCollector();
                    if (query.withEpisodes()) {
                        putEpisodesOn(episodes, id, TvdbTexts.isTranslated(body));
                    }
                    List<String> invalidValues = new ArrayList<>(TvdbShow.invalidValues(body));
                    boolean unreadable = !invalidValues.isEmpty();
                    invalidValues.addAll(episodes.warnings());
                    return new Found(TvdbShow.item(id, body, episodes.seasons()), episodes.unplaced(), invalidValues)
                            .read(episodes.isComplete(), unreadable);
                });
    }

    private void putEpisodesOn(EpisodeCollector episodes, long id, boolean translated) {
        Map<Long, JsonNode> english = translated ? english(id) : Map.of();
        Pages pages = eachEpisode(id, "default", episode -> TvdbShow.addTo(episodes, episode, english));
        if (pages == Pages.NONE) {
            throw new SourceUnavailableException("has no list of its episodes");
        }
        if (pages == Pages.PARTIAL) {
            episodes.incomplete();
        }
    }

    /// @return English translations by episode id; there may be none
    private Map<Long, JsonNode> english(long id) {
        Map<Long, JsonNode> english = new HashMap<>();
        eachEpisode(id, "default/" + TvdbTexts.ENGLISH, episode -> {
            Long own = LenientJson.number(episode, "id");
            if (own != null) {
                english.put(own, episode);
            }
        });
        return english;
    }

    /// How much of a list was read.
    private enum Pages {
        NONE,
        PARTIAL,
        ALL
    }

    private Pages eachEpisode(long id, String list, Consumer<JsonNode> each) {
        boolean more = true;
        boolean lists = true;
        for (int page = 0; more && page < PAGES; page++) {
            Optional<JsonNode> body = get("/v4/series/" + id + "/episodes/" + list + "?page=" + page);
            if (body.isEmpty()) {
                return page > 0 ? Pages.PARTIAL : Pages.NONE;
            }
            JsonNode episodes = body.get().path("episodes");
            lists &= episodes.isArray();
            episodes.forEach(each);
            more = episodes.size() >= PAGE_SIZE;
        }
        return more || !lists ? Pages.PARTIAL : Pages.ALL;
    }

    /// A show counts as changed if one of its episodes did.
    @Override
    public List<SourceChanges> changesSince(Duration window) {
        Map<Ids, Instant> changed = new HashMap<>();
        try {
            long since = clock.instant().minus(window).getEpochSecond();
            addChanges("series", "recordId", since, changed);
            addChanges("episodes", "seriesId", since, changed);
            return List.of(new SourceChanges(Kind.SHOW, changed, null));
        } catch (RuntimeException e) {
            return List.of(SourceChanges.failed(Kind.SHOW, JsonClient.reason(e)));
        }
    }

    /// @param show the member with the id of the show
    private void addChanges(String type, String show, long since, Map<Ids, Instant> changed) {
        boolean more = true;
        for (int page = 0; more && page < PAGES; page++) {
            JsonNode body = fetch("/v4/updates?since=" + since + "&type=" + type + "&page=" + page)
                    .orElseThrow(() -> new SourceUnavailableException("has no list of changes"));
            for (JsonNode change : body.path("data")) {
                Long id = LenientJson.number(change, show);
                if (id != null) {
                    LenientJson.instant(change.path("timeStamp"))
                            .ifPresent(instant -> changed.merge(
                                    Ids.ofTvdb(id), instant, (one, other) -> one.isAfter(other) ? one : other));
                }
            }
            more = LenientJson.text(body.path("links"), "next").isPresent();
        }
    }

    /// @return the `data` of a response
    private Optional<JsonNode> get(String target) {
        return fetch(target).map(body -> body.path("data"));
    }

    /// Sends a request. Signs in first if necessary, and once more if the token is rejected.
    private Optional<JsonNode> fetch(String target) {
        Secret existing = token;
        Secret first = existing == null ? signIn() : existing;
        FetchResult fetched = client.fetch(UpstreamRequest.json(target).with(first));
        if (fetched instanceof Failed failed && failed.keyRejected() && existing != null) {
            fetched = client.fetch(UpstreamRequest.json(target).with(signIn()));
        }
        return JsonClient.read(fetched);
    }

    private Secret signIn() {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(Map.of("apikey", new String(key.reveal(), StandardCharsets.UTF_8)));
        Secret newToken = client.get(UpstreamRequest.json("/v4/login").withBody(Secret.of(body)))
                .flatMap(response -> LenientJson.text(response.path("data"), "token"))
                .map(text -> Secret.of(text.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new SourceUnavailableException("gave no token for the key"));
        token = newToken;
        return newToken;
    }
}
