package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.MANY_USERS;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.account.Account;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1ShowSummary;
import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.V1Watchers;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1ItemStats;
import dev.spoolmark.api.v1.model.V1Seasons;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.social.ProfileAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `show/*`, the reads: a show, its seasons, and who watches it.
public final class ShowMethods {

    private final Catalog catalog;
    private final ProfileAccess access;
    private final Related related;
    private final V1TitleRenderer titles;
    private final V1Seasons seasons;
    private final V1ItemStats itemStats;
    private final V1Watchers watchers;
    private final V1ShowSummary showSummary;

    public ShowMethods(
            Catalog catalog,
            ProfileAccess access,
            Related related,
            V1TitleRenderer titles,
            V1Seasons seasons,
            V1ItemStats itemStats,
            V1Watchers watchers,
            V1ShowSummary showSummary) {
        this.catalog = catalog;
        this.access = access;
        this.related = related;
        this.titles = titles;
        this.seasons = seasons;
        this.itemStats = itemStats;
        this.watchers = watchers;
        this.showSummary = showSummary;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/show/related.json/{apikey}/{title}/{extended?}/{hidewatched?}", OPTIONAL, PUBLIC, this::related);
        v1.get("/show/season.json/{apikey}/{title}/{season}", OPTIONAL, PUBLIC, this::season);
        v1.get("/show/seasons.json/{apikey}/{title}", NONE, PUBLIC, this::seasons);
        v1.get("/show/stats.json/{apikey}/{title}", NONE, PUBLIC, this::stats);
        v1.get("/show/summaries.json/{apikey}/{titles}/{extended?}", OPTIONAL, MANY_USERS, this::summaries);
        v1.get("/show/summary.json/{apikey}/{title}/{extended?}", OPTIONAL, MANY_USERS, this::summary);
        v1.get("/show/watchingnow.json/{apikey}/{title}", OPTIONAL, MANY_USERS, this::watchingNow);
    }

    // GET show/related

    private Response related(Call<NoBody> call) {
        ShowId show = titles.show(call).id();
        Account caller = call.caller();
        List<ShowId> best = caller != null && hidesWatched(call)
                ? related.showsUnwatched(show, access.self(caller))
                : related.shows(show);
        Map<ShowId, Show> found = catalog.shows(best);
        List<Show> shows =
                best.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
        return V1Responses.ok(withTextIds(titles.renderShows(call, shows, V1Extended.FULL), shows));
    }

    /// Clients send the keyword in different places (`docs/spec/v1/show.md#showrelated`).
    private static boolean hidesWatched(Call<NoBody> call) {
        return MovieMethods.hidesWatched(call.argument("hidewatched"))
                || call.argument("extended")
                        .filter("hidewatched"::equalsIgnoreCase)
                        .isPresent();
    }

    private static List<JsonObject> withTextIds(List<JsonObject> rendered, List<Show> shows) {
        for (int i = 0; i < rendered.size(); i++) {
            V1Show.withTextIds(rendered.get(i), shows.get(i));
        }
        return rendered;
    }

    // GET show/season, GET show/seasons

    private Response season(Call<NoBody> call) {
        Show show = titles.show(call);
        return V1Responses.ok(seasons.episodes(call, show, V1Values.requiredNumber(call, "season")));
    }

    private Response seasons(Call<NoBody> call) {
        return V1Responses.ok(seasons.counted(call, titles.show(call)));
    }

    // GET show/stats

    private Response stats(Call<NoBody> call) {
        return V1Responses.ok(itemStats.full(titles.show(call).id()));
    }

    // GET show/summaries, GET show/summary

    private Response summaries(Call<NoBody> call) {
        V1Extended extended = V1Extended.ofNewer(call.argument("extended"));
        List<Show> shows = titles.shows(call, call.required("titles"));
        if (shows.isEmpty()) {
            throw new ProblemException(new Problem.NotFound("show"));
        }
        List<JsonObject> rendered = titles.renderShows(call, shows, extended);
        return V1Responses.ok(extended == V1Extended.FULL ? summarized(call, rendered, shows) : rendered);
    }

    private List<JsonObject> summarized(Call<NoBody> call, List<JsonObject> rendered, List<Show> shows) {
        List<JsonObject> summarized = new ArrayList<>();
        for (int i = 0; i < rendered.size(); i++) {
            summarized.add(showSummary.addSummary(rendered.get(i), call, shows.get(i)));
        }
        return summarized;
    }

    /// Any value of `extended` includes the seasons.
    private Response summary(Call<NoBody> call) {
        Show show = titles.show(call);
        JsonObject json = showSummary.addSummary(
                titles.renderShows(call, List.of(show), V1Extended.FULL).getFirst(), call, show);
        return V1Responses.ok(
                call.argument("extended").isPresent() ? json.put("seasons", seasons.complete(call, show)) : json);
    }

    // GET show/watchingnow

    private Response watchingNow(Call<NoBody> call) {
        return V1Responses.ok(watchers.now(call, titles.show(call)));
    }
}
