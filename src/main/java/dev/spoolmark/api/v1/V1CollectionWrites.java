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

/// Shared by the methods that change collections and watchlists: matching their bodies, and the responses of
/// batches that add items (`docs/spec/v1/conventions.md#batch-requests`).
public final class V1CollectionWrites {

    private final V1ItemResolver items;

    public V1CollectionWrites(V1ItemResolver items) {
        this.items = items;
    }

    /// All named items; unknown ones are created as provisional.
    public <E extends V1Bodies> V1BatchResult<E> added(Call<?> call, List<@Nullable E> body) {
        return items.match(call, body, V1Bodies::item, true);
    }

    /// The named items that exist.
    public <E extends V1Bodies> V1BatchResult<E> find(Call<?> call, List<@Nullable E> body) {
        return items.match(call, body, V1Bodies::item, false);
    }

    /// The show; an unknown one is created as provisional.
    ///
    /// @throws ProblemException if it cannot be created
    public ShowId findOrCreateShow(Call<?> call, V1ItemKey.OfShow show) {
        return (ShowId) items.get(call, show, true);
    }

    /// The show.
    ///
    /// @throws ProblemException if it is unknown
    public ShowId findShow(Call<?> call, V1ItemKey.OfShow show) {
        return (ShowId) items.get(call, show, false);
    }

    /// The episodes of one show that a body lists. Invalid pairs of season and number are skipped. An unknown
    /// show is an error even if all are skipped (`docs/spec/v1/show.md#showepisodelibrary`).
    public Episodes episodes(Call<? extends V1Bodies.Episodes> call, boolean adds) {
        V1Bodies.Episodes sent = call.body();
        V1ItemKey.OfShow show = sent.show();
        V1BatchResult<V1Bodies.Numbered> batch = items.match(call, sent.all(), number -> number.of(show), adds);
        List<EpisodeId> found = batch.found((item, number) -> (EpisodeId) item);
        boolean stored = adds && !found.isEmpty();
        ShowId id = (ShowId) items.get(call, show, stored);
        boolean hasIds = sent.all().stream()
                .filter(Objects::nonNull)
                .anyMatch(number -> !number.of(show).ids().read().isEmpty());
        return new Episodes(hasIds ? items.byShow(found) : Map.of(id, found), found, batch.skipped());
    }

    /// @param byShow the same episodes by show
    /// @param skipped elements of the body, with the reason
    public record Episodes(Map<ShowId, List<EpisodeId>> byShow, List<EpisodeId> episodes, List<JsonObject> skipped) {

        public Episodes {
            byShow = Map.copyOf(byShow);
            episodes = List.copyOf(episodes);
            skipped = List.copyOf(skipped);
        }

        public Response response(String message) {
            return V1Responses.success(message, "episodes", skipped);
        }

        /// The number of added episodes.
        ///
        /// @param add adds episodes of a show and returns the new ones
        public int added(BiFunction<ShowId, List<EpisodeId>, Set<MediaId>> add) {
            return byShow.entrySet().stream()
                    .mapToInt(show -> add.apply(show.getKey(), show.getValue()).size())
                    .sum();
        }
    }

    /// The response of a batch that adds. If an item occurs twice, the second counts as existing.
    ///
    /// @param type `movies` or `shows`
    /// @param collectionName the target as in the message
    /// @param added the items that were new
    public static <E extends V1Bodies> Response response(
            String type, String collectionName, V1BatchResult<E> batch, Set<MediaId> added) {
        Set<MediaId> remaining = new HashSet<>(added);
        List<JsonObject> previous = new ArrayList<>();
        for (V1BatchResult.Match<E> match : batch.matches()) {
            if (!remaining.remove(match.item())) {
                previous.add(match.value().item().echo());
            }
        }
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("message", added.size() + " " + type + " added to your " + collectionName)
                .put("inserted", added.size())
                .put("already_exist", previous.size())
                .put("already_exist_" + type, previous)
                .put("skipped", batch.skipped().size())
                .put("skipped_" + type, batch.skipped()));
    }
}
