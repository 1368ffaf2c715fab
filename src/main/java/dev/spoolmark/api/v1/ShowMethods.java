package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.social.Gate;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `show/*`, the reads: what one show is, its seasons, and who watches it.
final class ShowMethods {

    private final Catalog catalog;
    private final Gate gate;
    private final Related related;
    private final V1Titles titles;
    private final V1Seasons seasons;
    private final V1Tally tally;
    private final V1Audience audience;
    private final V1ShowSummary summary;

    ShowMethods(
            Catalog catalog,
            Gate gate,
            Related related,
            V1Titles titles,
            V1Seasons seasons,
            V1Tally tally,
            V1Audience audience,
            V1ShowSummary summary) {
        this.catalog = catalog;
        this.gate = gate;
        this.related = related;
        this.titles = titles;
        this.seasons = seasons;
        this.tally = tally;
        this.audience = audience;
        this.summary = summary;
    }

    void declare(Methods v1) {
        v1.get("/show/related.json/{apikey}/{title}/{extended?}/{hidewatched?}", OPTIONAL, NOBODY, this::related);
        v1.get("/show/season.json/{apikey}/{title}/{season}", OPTIONAL, NOBODY, this::season);
        v1.get("/show/seasons.json/{apikey}/{title}", OPEN, NOBODY, this::seasons);
        v1.get("/show/stats.json/{apikey}/{title}", OPEN, NOBODY, this::stats);
        v1.get("/show/summaries.json/{apikey}/{titles}/{extended?}", OPTIONAL, MANY, this::summaries);
        v1.get("/show/summary.json/{apikey}/{title}/{extended?}", OPTIONAL, MANY, this::summary);
        v1.get("/show/watchingnow.json/{apikey}/{title}", OPTIONAL, MANY, this::watchingNow);
    }

    // GET show/related

    private Reply related(Call<NoBody> call) {
        ShowId show = titles.show(call).id();
        Account caller = call.caller();
        List<ShowId> best = caller != null && hidesWatched(call)
                ? related.showsUnwatched(show, gate.own(caller))
                : related.shows(show);
        Map<ShowId, Show> found = catalog.shows(best);
        List<Show> shows =
                best.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
        return V1Words.ok(withTextIds(titles.tellShows(call, shows, V1Extent.FULL), shows));
    }

    /// Clients disagree on the place of the word (`show.md`).
    private static boolean hidesWatched(Call<NoBody> call) {
        return MovieMethods.hidesWatched(call.argument("hidewatched"))
                || call.argument("extended")
                        .filter("hidewatched"::equalsIgnoreCase)
                        .isPresent();
    }

    private static List<V1Object> withTextIds(List<V1Object> told, List<Show> shows) {
        for (int i = 0; i < told.size(); i++) {
            V1Show.withTextIds(told.get(i), shows.get(i));
        }
        return told;
    }

    // GET show/season, GET show/seasons

    private Reply season(Call<NoBody> call) {
        Show show = titles.show(call);
        return V1Words.ok(seasons.episodes(call, show, V1Values.requiredNumber(call, "season")));
    }

    private Reply seasons(Call<NoBody> call) {
        return V1Words.ok(seasons.counted(call, titles.show(call)));
    }

    // GET show/stats

    private Reply stats(Call<NoBody> call) {
        return V1Words.ok(tally.full(titles.show(call).id()));
    }

    // GET show/summaries, GET show/summary

    private Reply summaries(Call<NoBody> call) {
        V1Extent extent = V1Extent.ofNewer(call.argument("extended"));
        List<Show> shows = titles.shows(call, call.required("titles"));
        if (shows.isEmpty()) {
            throw new Refusal(new Problem.NotFound("show"));
        }
        List<V1Object> told = titles.tellShows(call, shows, extent);
        return V1Words.ok(extent == V1Extent.FULL ? summarized(call, told, shows) : told);
    }

    private List<V1Object> summarized(Call<NoBody> call, List<V1Object> told, List<Show> shows) {
        List<V1Object> summarized = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            summarized.add(summary.putOn(told.get(i), call, shows.get(i)));
        }
        return summarized;
    }

    /// Whatever stands in the place of `extended` asks for the seasons too.
    private Reply summary(Call<NoBody> call) {
        Show show = titles.show(call);
        V1Object told = summary.putOn(
                titles.tellShows(call, List.of(show), V1Extent.FULL).getFirst(), call, show);
        return V1Words.ok(
                call.argument("extended").isPresent() ? told.put("seasons", seasons.complete(call, show)) : told);
    }

    // GET show/watchingnow

    private Reply watchingNow(Call<NoBody> call) {
        return V1Words.ok(audience.now(call, titles.show(call)));
    }
}
