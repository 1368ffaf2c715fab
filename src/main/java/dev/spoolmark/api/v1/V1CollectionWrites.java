package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What the writes of libraries and watchlists have in common: how their bodies are matched, and how the batches
/// that add are answered (`docs/spec/v1/conventions.md#batch-requests`).
public final class V1CollectionWrites {

    private final V1ItemResolver items;

    public V1CollectionWrites(V1ItemResolver items) {
        this.items = items;
    }

    /// Everything that is named, kept as provisional where nobody knows it yet.
    public <E extends V1Bodies> V1BatchResult<E> added(Call<?> call, List<@Nullable E> body) {
        return items.match(call, body, V1Bodies::item, true);
    }

    /// What is known of all that is named.
    public <E extends V1Bodies> V1BatchResult<E> known(Call<?> call, List<@Nullable E> body) {
        return items.match(call, body, V1Bodies::item, false);
    }

    /// The show, kept as provisional where nobody knows it yet; too little to know it by refuses.
    public ShowId addedShow(Call<?> call, V1ItemKey.OfShow show) {
        return (ShowId) items.get(call, show, true);
    }

    /// The show; one that nobody knows refuses.
    public ShowId knownShow(Call<?> call, V1ItemKey.OfShow show) {
        return (ShowId) items.get(call, show, false);
    }

    /// The episodes of one show that a body lists. Pairs that cannot be are skipped; a show that nobody knows even
    /// then refuses (`docs/spec/v1/show.md#showepisodelibrary`).
    public Episodes episodes(Call<? extends V1Bodies.Episodes> call, boolean adds) {
        V1Bodies.Episodes sent = call.body();
        V1ItemKey.OfShow show = sent.show();
        V1BatchResult<V1Bodies.Numbered> batch = items.match(call, sent.all(), number -> number.of(show), adds);
        List<EpisodeId> found = batch.found((item, number) -> (EpisodeId) item);
        boolean stored = adds && !found.isEmpty();
        ShowId id = (ShowId) items.get(call, show, stored);
        boolean named = sent.all().stream()
                .filter(Objects::nonNull)
                .anyMatch(number -> !number.of(show).ids().read().isEmpty());
        return new Episodes(named ? items.byShow(found) : Map.of(id, found), found, batch.skipped());
    }

    /// @param byShow the same by the shows that they are of
    /// @param skipped what was sent, with the reason
    public record Episodes(Map<ShowId, List<EpisodeId>> byShow, List<EpisodeId> episodes, List<JsonObject> skipped) {

        public Episodes {
            byShow = Map.copyOf(byShow);
            episodes = List.copyOf(episodes);
            skipped = List.copyOf(skipped);
        }

        public Response answer(String message) {
            return V1Errors.success(message, "episodes", skipped);
        }

        /// How many are new.
        ///
        /// @param add puts episodes of a show somewhere and says which were not there
        public int added(BiFunction<ShowId, List<EpisodeId>, Set<MediaId>> add) {
            return byShow.entrySet().stream()
                    .mapToInt(show -> add.apply(show.getKey(), show.getValue()).size())
                    .sum();
        }
    }

    /// The answer of a batch that adds. Of one thing sent twice, the second was there already.
    ///
    /// @param word `movies` or `shows`
    /// @param place where they went, as the message says it
    /// @param added what was not there before
    public static <E extends V1Bodies> Response answer(
            String word, String place, V1BatchResult<E> batch, Set<MediaId> added) {
        Set<MediaId> fresh = new HashSet<>(added);
        List<JsonObject> previous = new ArrayList<>();
        for (V1BatchResult.Line<E> line : batch.lines()) {
            if (!fresh.remove(line.item())) {
                previous.add(line.said().item().echo());
            }
        }
        return V1Errors.ok(new JsonObject()
                .put("status", "success")
                .put("message", added.size() + " " + word + " added to your " + place)
                .put("inserted", added.size())
                .put("already_exist", previous.size())
                .put("already_exist_" + word, previous)
                .put("skipped", batch.skipped().size())
                .put("skipped_" + word, batch.skipped()));
    }
}
