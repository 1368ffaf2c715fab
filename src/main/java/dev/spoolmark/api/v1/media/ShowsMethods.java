package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.V1UpdatedSince;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.stats.CatalogChanges;
import dev.spoolmark.stats.ChangedShow;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.stats.TrendingItem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `shows/*`: trending and recently changed shows.
public final class ShowsMethods {

    private final Catalog catalog;
    private final V1TitleRenderer titles;
    private final Trending trending;
    private final CatalogChanges changes;
    private final InstantSource clock;

    public ShowsMethods(
            Catalog catalog, V1TitleRenderer titles, Trending trending, CatalogChanges changes, InstantSource clock) {
        this.catalog = catalog;
        this.titles = titles;
        this.trending = trending;
        this.changes = changes;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/shows/trending.json/{apikey}", OPTIONAL, PUBLIC, this::trending);
        v1.get("/shows/updated.json/{apikey}/{timestamp}", NONE, PUBLIC, this::updated);
    }

    // GET shows/trending

    private Response trending(Call<NoBody> call) {
        List<TrendingItem<ShowId>> trends = trending.shows();
        Map<ShowId, Integer> watchers =
                trends.stream().collect(Collectors.toMap(TrendingItem::item, TrendingItem::watchers));
        Map<ShowId, Show> found = catalog.shows(watchers.keySet());
        List<Show> shows = trends.stream()
                .flatMap(trend -> Stream.ofNullable(found.get(trend.item())))
                .toList();
        return V1Responses.ok(toJson(call, shows, watchers));
    }

    private List<JsonObject> toJson(Call<NoBody> call, List<Show> shows, Map<ShowId, Integer> watchers) {
        V1Links links = new V1Links(call.base());
        List<JsonObject> basic = titles.renderShows(call, shows, V1Extended.FULL);
        List<JsonObject> rendered = new ArrayList<>();
        for (int i = 0; i < shows.size(); i++) {
            Show show = shows.get(i);
            rendered.add(V1Show.withTextIds(basic.get(i), show)
                    .put("poster", V1Show.poster(show, links))
                    .put("watchers", watchers.get(show.id())));
        }
        titles.plays(call, shows).ifPresent(plays -> putPlays(rendered, shows, plays));
        return rendered;
    }

    /// A show counts as watched if one of its episodes is (`docs/spec/v1/shows.md#showstrending`).
    private static void putPlays(List<JsonObject> rendered, List<Show> shows, Map<ShowId, Integer> plays) {
        for (int i = 0; i < rendered.size(); i++) {
            int played = plays.getOrDefault(shows.get(i).id(), 0);
            rendered.get(i).put("watched", played > 0).put("plays", played);
        }
    }

    // GET shows/updated

    private Response updated(Call<NoBody> call) {
        V1UpdatedSince since = V1UpdatedSince.of(call, clock);
        return since.response(
                "shows",
                changes.shows(since.start()),
                page -> page.stream().map(ShowsMethods::changed).toList());
    }

    private static JsonObject changed(ChangedShow show) {
        return new JsonObject().put("last_updated", V1Times.seconds(show.at())).put("tvdb_id", show.tvdb());
    }
}
