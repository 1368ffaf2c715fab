package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `show/library`, `unlibrary` and the same for a season and for episodes: what somebody owns. All of them put episodes
/// on the shelf; a show as such is never there.
final class ShowLibraryMethods {

    private final Collected collected;
    private final Catalog catalog;
    private final V1Shelf shelf;
    private final InstantSource clock;

    ShowLibraryMethods(Collected collected, Catalog catalog, V1Shelf shelf, InstantSource clock) {
        this.collected = collected;
        this.catalog = catalog;
        this.shelf = shelf;
        this.clock = clock;
    }

    void declare(Methods v1) {
        Methods bulk = v1.with(Trait.BULK);
        bulk.post("/show/episode/library/{apikey}", SIGNED_IN, OWN, V1Sent.Episodes.class, this::episodes);
        bulk.post("/show/episode/unlibrary/{apikey}", SIGNED_IN, OWN, V1Sent.Episodes.class, this::removeEpisodes);
        bulk.post("/show/library/{apikey}", SIGNED_IN, OWN, V1Sent.OfShow.class, this::show);
        v1.post("/show/season/library/{apikey}", SIGNED_IN, OWN, V1Sent.Season.class, this::season);
        bulk.post("/show/unlibrary/{apikey}", SIGNED_IN, OWN, V1Sent.OfShow.class, this::removeShow);
    }

    // POST show/episode/library

    private Reply episodes(Call<V1Sent.Episodes> call) {
        V1Shelf.Episodes found = shelf.episodes(call, true);
        int added = found.added((show, episodes) -> collected.addEpisodes(call.user(), show, episodes));
        return found.answer(added + " episodes added to your library");
    }

    // POST show/episode/unlibrary

    private Reply removeEpisodes(Call<V1Sent.Episodes> call) {
        V1Shelf.Episodes found = shelf.episodes(call, false);
        int removed = collected.remove(call.user(), found.episodes());
        return found.answer(removed + " episodes removed from your library");
    }

    // POST show/library

    private Reply show(Call<V1Sent.OfShow> call) {
        ShowId show = shelf.addedShow(call, call.body().item());
        return add(call, show, catalog.guide(show).aired(clock.instant(), false));
    }

    // POST show/season/library

    /// All episodes of the season, also those whose day nobody knows: who names a season owns it.
    private Reply season(Call<V1Sent.Season> call) {
        int season = number(call.body().season());
        ShowId show = shelf.addedShow(call, call.body().show());
        return add(call, show, catalog.guide(show).countedOf(season));
    }

    // POST show/unlibrary

    private Reply removeShow(Call<V1Sent.OfShow> call) {
        ShowId show = shelf.knownShow(call, call.body().item());
        return removed(collected.removeShow(call.user(), show));
    }

    // What they have in common

    private Reply add(Call<?> call, ShowId show, List<EpisodeHead> episodes) {
        return added(collected
                .addEpisodes(
                        call.user(),
                        show,
                        episodes.stream().map(EpisodeHead::id).toList())
                .size());
    }

    private static int number(@Nullable Scalar season) {
        if (V1Values.text(season).isEmpty()) {
            throw new Refusal(new Problem.Missing("season"));
        }
        return V1Values.number(season).orElseThrow(() -> new Refusal(new Problem.Invalid("season")));
    }

    private static Reply added(int episodes) {
        return V1Words.success(episodes + " episodes added to your library");
    }

    private static Reply removed(int episodes) {
        return V1Words.success(episodes + " episodes removed from your library");
    }
}
