package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1CollectionWrites;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `show/library`, `unlibrary` and the same for a season and for episodes: the collection of a user. All of them
/// add or remove episodes; a show as such is never collected.
public final class ShowLibraryMethods {

    private final CollectionItems collected;
    private final Catalog catalog;
    private final V1CollectionWrites collection;
    private final InstantSource clock;

    public ShowLibraryMethods(
            CollectionItems collected, Catalog catalog, V1CollectionWrites collection, InstantSource clock) {
        this.collected = collected;
        this.catalog = catalog;
        this.collection = collection;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        bulk.post("/show/episode/library/{apikey}", SIGNED_IN, OWN, V1Bodies.Episodes.class, this::episodes);
        bulk.post("/show/episode/unlibrary/{apikey}", SIGNED_IN, OWN, V1Bodies.Episodes.class, this::removeEpisodes);
        bulk.post("/show/library/{apikey}", SIGNED_IN, OWN, V1Bodies.OfShow.class, this::show);
        v1.post("/show/season/library/{apikey}", SIGNED_IN, OWN, V1Bodies.Season.class, this::season);
        bulk.post("/show/unlibrary/{apikey}", SIGNED_IN, OWN, V1Bodies.OfShow.class, this::removeShow);
    }

    // POST show/episode/library

    private Response episodes(Call<V1Bodies.Episodes> call) {
        V1CollectionWrites.Episodes found = collection.episodes(call, true);
        int added = found.added((show, episodes) -> collected.addEpisodes(call.userId(), show, episodes));
        return found.response(added + " episodes added to your library");
    }

    // POST show/episode/unlibrary

    private Response removeEpisodes(Call<V1Bodies.Episodes> call) {
        V1CollectionWrites.Episodes found = collection.episodes(call, false);
        int removed = collected.remove(call.userId(), found.episodes());
        return found.response(removed + " episodes removed from your library");
    }

    // POST show/library

    private Response show(Call<V1Bodies.OfShow> call) {
        ShowId show = collection.findOrCreateShow(call, call.body().item());
        return add(call, show, catalog.guide(show).aired(clock.instant(), false));
    }

    // POST show/season/library

    /// All episodes of the season, including those without an air date: a user who names a season owns all of
    /// it.
    private Response season(Call<V1Bodies.Season> call) {
        int season = number(call.body().season());
        ShowId show = collection.findOrCreateShow(call, call.body().show());
        return add(call, show, catalog.guide(show).countedOf(season));
    }

    // POST show/unlibrary

    private Response removeShow(Call<V1Bodies.OfShow> call) {
        ShowId show = collection.findShow(call, call.body().item());
        return removed(collected.removeShow(call.userId(), show));
    }

    // Shared

    private Response add(Call<?> call, ShowId show, List<EpisodeSummary> episodes) {
        return added(collected
                .addEpisodes(
                        call.userId(),
                        show,
                        episodes.stream().map(EpisodeSummary::id).toList())
                .size());
    }

    private static int number(@Nullable LenientValue season) {
        if (V1Values.text(season).isEmpty()) {
            throw new ProblemException(new Problem.Missing("season"));
        }
        return V1Values.number(season).orElseThrow(() -> new ProblemException(new Problem.Invalid("season")));
    }

    private static Response added(int episodes) {
        return V1Responses.success(episodes + " episodes added to your library");
    }

    private static Response removed(int episodes) {
        return V1Responses.success(episodes + " episodes removed from your library");
    }
}
