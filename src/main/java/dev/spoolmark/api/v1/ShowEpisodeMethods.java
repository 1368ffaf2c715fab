package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.List;
import java.util.Optional;

/// `show/episode/*`, the reads: what one episode is, and who watches it.
final class ShowEpisodeMethods {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1Personal personal;
    private final V1Titles titles;
    private final V1Tally tally;
    private final V1Audience audience;

    ShowEpisodeMethods(
            Catalog catalog,
            Ratings ratings,
            V1Personal personal,
            V1Titles titles,
            V1Tally tally,
            V1Audience audience) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.personal = personal;
        this.titles = titles;
        this.tally = tally;
        this.audience = audience;
    }

    void declare(Methods v1) {
        v1.get("/show/episode/stats.json/{apikey}/{title}/{season}/{episode}", OPEN, NOBODY, this::stats);
        v1.get("/show/episode/summary.json/{apikey}/{title}/{season}/{episode}", OPTIONAL, MANY, this::summary);
        v1.get("/show/episode/watchingnow.json/{apikey}/{title}/{season}/{episode}", OPTIONAL, MANY, this::watchingNow);
    }

    // GET show/episode/stats

    private Reply stats(Call<NoBody> call) {
        return V1Words.ok(tally.full(episode(call, titles.show(call))));
    }

    // GET show/episode/summary

    private Reply summary(Call<NoBody> call) {
        Show show = titles.show(call);
        EpisodeId id = episode(call, show);
        Episode episode =
                Optional.ofNullable(catalog.episodes(List.of(id)).get(id)).orElseThrow(ShowEpisodeMethods::notFound);
        V1Object aboutShow = V1Show.withTextIds(
                titles.tellShows(call, List.of(show), V1Extent.FULL).getFirst(), show);
        V1Object aboutEpisode = V1Episode.full(show, episode, new V1Links(call.base()), ratings.totals(id));
        return V1Words.ok(new V1Object()
                .put("show", aboutShow)
                .put("episode", personal.of(call.caller(), List.of(id)).putOn(aboutEpisode, id)));
    }

    // GET show/episode/watchingnow

    private Reply watchingNow(Call<NoBody> call) {
        return V1Words.ok(audience.now(call, episode(call, titles.show(call))));
    }

    private EpisodeId episode(Call<NoBody> call, Show show) {
        return titles.episode(call, catalog.guide(show.id())).id();
    }

    private static Refusal notFound() {
        return new Refusal(new Problem.NotFound("episode"));
    }
}
