package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What the writes of libraries and watchlists have in common: how their bodies are matched, and how the batches that
/// add are answered (`conventions.md` 5.4).
final class V1Shelf {

    private final V1Items items;

    V1Shelf(V1Items items) {
        this.items = items;
    }

    /// Everything that is named, kept as provisional where nobody knows it yet.
    <E extends V1Sent> V1Batch<E> added(Call<?> call, List<@Nullable E> sent) {
        return items.match(call, sent, V1Sent::item, true);
    }

    /// What is known of all that is named.
    <E extends V1Sent> V1Batch<E> known(Call<?> call, List<@Nullable E> sent) {
        return items.match(call, sent, V1Sent::item, false);
    }

    /// The show, kept as provisional where nobody knows it yet; too little to know it by refuses.
    ShowId addedShow(Call<?> call, V1Item.OfShow show) {
        return (ShowId) items.get(call, show, true);
    }

    /// The show; one that nobody knows refuses.
    ShowId knownShow(Call<?> call, V1Item.OfShow show) {
        return (ShowId) items.get(call, show, false);
    }

    /// The episodes of one show that a body lists. Pairs that cannot be are skipped; a show that nobody knows even then
    /// refuses (`show.md`, show/episode/library).
    Episodes episodes(Call<? extends V1Sent.Episodes> call, boolean adds) {
        V1Sent.Episodes sent = call.body();
        V1Item.OfShow show = sent.show();
        V1Batch<V1Sent.Numbered> batch = items.match(call, sent.all(), number -> number.of(show), adds);
        List<EpisodeId> found = batch.found((item, number) -> (EpisodeId) item);
        boolean kept = adds && !found.isEmpty();
        ShowId id = (ShowId) items.get(call, show, kept);
        boolean named = sent.all().stream()
                .filter(Objects::nonNull)
                .anyMatch(number -> !number.of(show).ids().read().isEmpty());
        return new Episodes(named ? items.byShow(found) : Map.of(id, found), found, batch.skipped());
    }

    /// @param byShow the same by the shows that they are of
    /// @param skipped what was sent, with the reason
    record Episodes(Map<ShowId, List<EpisodeId>> byShow, List<EpisodeId> episodes, List<V1Object> skipped) {

        Episodes {
            byShow = Map.copyOf(byShow);
            episodes = List.copyOf(episodes);
            skipped = List.copyOf(skipped);
        }

        Reply answer(String message) {
            return V1Words.success(message, "episodes", skipped);
        }

        /// How many are new.
        ///
        /// @param add puts episodes of a show somewhere and says which were not there
        int added(BiFunction<ShowId, List<EpisodeId>, Set<MediaId>> add) {
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
    static <E extends V1Sent> Reply answer(String word, String place, V1Batch<E> batch, Set<MediaId> added) {
        Set<MediaId> fresh = new HashSet<>(added);
        List<V1Object> before = new ArrayList<>();
        for (V1Batch.Line<E> line : batch.lines()) {
            if (!fresh.remove(line.item())) {
                before.add(line.said().item().echo());
            }
        }
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("message", added.size() + " " + word + " added to your " + place)
                .put("inserted", added.size())
                .put("already_exist", before.size())
                .put("already_exist_" + word, before)
                .put("skipped", batch.skipped().size())
                .put("skipped_" + word, batch.skipped()));
    }
}
