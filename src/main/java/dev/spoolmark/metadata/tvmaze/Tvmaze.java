package dev.spoolmark.metadata.tvmaze;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.catalog.source.SourceTitle;
import dev.spoolmark.catalog.source.TitleSearch;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamRequest;
import dev.spoolmark.metadata.EpisodeCollector;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.JsonClient;
import dev.spoolmark.metadata.LenientJson;
import dev.spoolmark.metadata.SearchMatch;
import dev.spoolmark.metadata.SearchMatch.Hit;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.metadata.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// TVmaze (`https://www.tvmaze.com/api`): shows only; needs no key.
///
/// A show is found by its TVmaze id, or by its TVDB or IMDb id, for which the API redirects to the show.
public final class Tvmaze implements Source {

    private static final String EMBEDDED = "?embed%5B%5D=cast&embed%5B%5D=images&embed%5B%5D=akas";

    private final JsonClient client;

    public Tvmaze(UpstreamClient client) {
        this.client = new JsonClient(client);
    }

    @Override
    public String name() {
        return SourceName.TVMAZE.key();
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
            ShowLookup found = find(query);
            return found.id().<SourceResult>map(id -> show(id, found.by())).orElse(new NotFound(found.warnings()));
        });
    }

    /// @param by the id that led to the show and belongs to it, even if the response does not contain it
    private record ShowLookup(Optional<Long> id, Ids by, List<String> warnings) {

        static ShowLookup none(String... warnings) {
            return new ShowLookup(Optional.empty(), Ids.NONE, List.of(warnings));
        }
    }

    private ShowLookup find(SourceQuery query) {
        Ids ids = query.ids();
        Long own = ids.tvmaze();
        if (own != null && get("/shows/" + own).isPresent()) {
            return new ShowLookup(Optional.of(own), Ids.ofTvmaze(own), List.of());
        }
        Long tvdb = ids.tvdb();
        ShowLookup found = tvdb == null ? ShowLookup.none() : lookUp("thetvdb=" + tvdb, Ids.ofTvdb(tvdb));
        String imdb = ids.imdb();
        if (found.id().isEmpty() && imdb != null) {
            found = lookUp("imdb=" + imdb, new Ids(imdb, null, null, null, null));
        }
        String title = query.title();
        return found.id().isEmpty() && found.warnings().isEmpty() && title != null
                ? search(title, query.year(), ids)
                : found;
    }

    private ShowLookup lookUp(String query, Ids by) {
        Optional<JsonNode> body = get("/lookup/shows?" + query);
        if (body.isEmpty()) {
            return ShowLookup.none();
        }
        ShowItem show = TvmazeShow.item(body.get(), List.of(), _ -> {});
        return conflictsWith(show.ids(), by)
                ? ShowLookup.none("answered " + query + " with another show (" + show.title() + ")")
                : new ShowLookup(Optional.ofNullable(show.ids().tvmaze()), by, List.of());
    }

    @Override
    public boolean isSearchable() {
        return true;
    }

    @Override
    public TitleSearch search(String text) {
        return JsonClient.toTitles(
                () -> shows(text).flatMap(show -> title(show).stream()).toList());
    }

    private Optional<SourceTitle> title(ShowItem show) {
        String title = show.title();
        return title == null || show.ids().tvmaze() == null
                ? Optional.empty()
                : Optional.of(new SourceTitle(name(), Kind.SHOW, show.ids(), title, show.year()));
    }

    private Stream<ShowItem> shows(String text) {
        return get("/search/shows?q=" + JsonClient.encoded(text)).stream()
                .flatMap(JsonNode::valueStream)
                .map(hit -> hit.path("show"))
                .filter(JsonNode::isObject)
                .flatMap(show -> identified(show).stream());
    }

    private ShowLookup search(String title, @Nullable Integer year, Ids ids) {
        List<Hit> hits = shows(title)
                .filter(show -> !conflictsWith(show.ids(), ids))
                .map(show -> new Hit(show.ids().tvmaze(), show.title(), show.year()))
                .toList();
        SearchMatch chosen = SearchMatch.of(title, year, hits);
        return new ShowLookup(chosen.id(), Ids.NONE, chosen.warnings());
    }

    /// @return a show of a search; empty if it has no title
    private static Optional<ShowItem> identified(JsonNode show) {
        try {
            return Optional.of(TvmazeShow.item(show, List.of(), _ -> {}));
        } catch (InvalidItemException invalid) {
            return Optional.empty();
        }
    }

    private static boolean conflictsWith(Ids found, Ids requested) {
        return !found.merge(requested).equals(requested.merge(found));
    }

    private SourceResult show(long id, Ids by) {
        Optional<JsonNode> body = get("/shows/" + id + EMBEDDED);
        Optional<JsonNode> episodes = get("/shows/" + id + "/episodes?specials=1");
        if (body.isEmpty() || episodes.isEmpty()) {
            return NotFound.PLAIN;
        }
        EpisodeCollector collector = new EpisodeCollector();
        if (!episodes.get().isArray()) {
            throw new SourceUnavailableException("has no list of its episodes");
        }
        episodes.get().forEach(episode -> {
            try {
                TvmazeEpisode.addTo(collector, episode);
            } catch (InvalidItemException invalid) {
                collector.unreadable(invalid);
            }
        });
        List<String> invalidValues = new ArrayList<>();
        ShowItem show =
                TvmazeShow.withSeasons(body.get(), by.merge(Ids.ofTvmaze(id)), collector.seasons(), invalidValues::add);
        boolean unreadable = !invalidValues.isEmpty() || !TvmazeEmbedded.isComplete(body.get());
        invalidValues.addAll(collector.warnings());
        return new Found(show, collector.unplaced(), invalidValues).read(collector.isComplete(), unreadable);
    }

    /// The API reports the changes of a day, a week or a month.
    @Override
    public List<SourceChanges> changesSince(Duration window) {
        String since = window.toDays() < 1 ? "day" : window.toDays() < 7 ? "week" : "month";
        try {
            return get("/updates/shows?since=" + since).stream()
                    .map(body -> new SourceChanges(Kind.SHOW, changed(body), null))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(SourceChanges.failed(Kind.SHOW, JsonClient.reason(e)));
        }
    }

    private static Map<Ids, Instant> changed(JsonNode body) {
        Map<Ids, Instant> changed = new HashMap<>();
        body.forEachEntry((id, at) -> {
            if (id.matches("[0-9]{1,18}")) {
                LenientJson.instant(at).ifPresent(then -> changed.put(Ids.ofTvmaze(AsciiNumber.parseLong(id)), then));
            }
        });
        return changed;
    }

    private Optional<JsonNode> get(String target) {
        return client.get(UpstreamRequest.json(target));
    }
}
