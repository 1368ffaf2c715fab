package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.stats.ChangedShow;
import dev.spoolmark.stats.Changes;
import dev.spoolmark.stats.Trend;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `shows/*`: trending and lately changed.
final class ShowsMethods {

    private final Catalog catalog;
    private final V1Titles titles;
    private final Trending trending;
    private final Changes changes;
    private final InstantSource clock;

    ShowsMethods(Catalog catalog, V1Titles titles, Trending trending, Changes changes, InstantSource clock) {
        this.catalog = catalog;
        this.titles = titles;
        this.trending = trending;
        this.changes = changes;
        this.clock = clock;
    }

    void declare(Methods v1) {
        v1.get("/shows/trending.json/{apikey}", OPTIONAL, NOBODY, this::trending);
        v1.get("/shows/updated.json/{apikey}/{timestamp}", OPEN, NOBODY, this::updated);
    }

    // GET shows/trending

    private Reply trending(Call<NoBody> call) {
        List<Trend<ShowId>> trends = trending.shows();
        Map<ShowId, Integer> watchers = trends.stream().collect(Collectors.toMap(Trend::item, Trend::watchers));
        Map<ShowId, Show> found = catalog.shows(watchers.keySet());
        List<Show> shows = trends.stream()
                .flatMap(trend -> Stream.ofNullable(found.get(trend.item())))
                .toList();
        return V1Words.ok(told(call, shows, watchers));
    }

    private List<V1Object> told(Call<NoBody> call, List<Show> shows, Map<ShowId, Integer> watchers) {
        V1Links links = new V1Links(call.base());
        List<V1Object> bare = titles.tellShows(call, shows, V1Extent.FULL);
        List<V1Object> told = new ArrayList<>();
        for (int i = 0; i < shows.size(); i++) {
            Show show = shows.get(i);
            told.add(V1Show.withTextIds(bare.get(i), show)
                    .put("poster", V1Show.poster(show, links))
                    .put("watchers", watchers.get(show.id())));
        }
        titles.plays(call, shows).ifPresent(plays -> putPlays(told, shows, plays));
        return told;
    }

    /// A show is watched as soon as one of its episodes is (`shows.md`).
    private static void putPlays(List<V1Object> told, List<Show> shows, Map<ShowId, Integer> plays) {
        for (int i = 0; i < told.size(); i++) {
            int played = plays.getOrDefault(shows.get(i).id(), 0);
            told.get(i).put("watched", played > 0).put("plays", played);
        }
    }

    // GET shows/updated

    private Reply updated(Call<NoBody> call) {
        V1Updated asked = V1Updated.of(call, clock);
        return asked.telling(
                "shows",
                changes.shows(asked.start()),
                page -> page.stream().map(ShowsMethods::changed).toList());
    }

    private static V1Object changed(ChangedShow show) {
        return new V1Object().put("last_updated", V1Times.seconds(show.at())).put("tvdb_id", show.tvdb());
    }
}
