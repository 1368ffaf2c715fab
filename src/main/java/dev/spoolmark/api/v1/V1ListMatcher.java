package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1ListItem;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Finds what a call on a list names: movies, shows, seasons and episodes in one batch, all looked up together.
///
/// A season is never kept as provisional by itself, for nobody knows its episodes; it is found when its show has it.
public final class V1ListMatcher {

    /// Guides take some 14 KB each, and a body may name thousands of shows.
    private static final int GUIDES_AT_ONCE = 200;

    private final V1ItemResolver items;
    private final Catalog catalog;

    public V1ListMatcher(V1ItemResolver items, Catalog catalog) {
        this.items = items;
        this.catalog = catalog;
    }

    /// @param adds whether unknown titles are kept
    public V1ListBatchResult match(Call<?> call, List<@Nullable V1ListItem> body, boolean adds) {
        List<V1ListItem> sound = body.stream()
                .filter(Objects::nonNull)
                .filter(item -> item.flaw().isEmpty())
                .toList();
        Map<Object, MediaId> known = new HashMap<>(items.ids(call, named(sound, false), adds));
        items.ids(call, named(sound, true), false).forEach(known::putIfAbsent);
        Map<V1ListItem, MediaId> seasons = seasons(sound, known);
        Set<Object> shows = items.knownShows(
                call,
                sound.stream()
                        .map(V1ListItem::item)
                        .filter(item -> !known.containsKey(item.ref()))
                        .toList());
        List<MediaId> found = new ArrayList<>();
        List<JsonObject> skipped = new ArrayList<>();
        for (V1ListItem item : body) {
            Optional<MediaId> id = item == null ? Optional.empty() : find(item, known, seasons);
            id.ifPresentOrElse(found::add, () -> skipped.add(skip(item, known, shows, adds)));
        }
        return new V1ListBatchResult(found, skipped);
    }

    private static List<V1ItemKey> named(List<V1ListItem> sound, boolean seasons) {
        return sound.stream()
                .filter(item -> item.isSeason() == seasons)
                .map(V1ListItem::item)
                .toList();
    }

    /// The seasons that are there, read for some shows at a time: guides are large.
    private Map<V1ListItem, MediaId> seasons(List<V1ListItem> sound, Map<Object, MediaId> known) {
        Map<ShowId, List<V1ListItem>> byShow = new HashMap<>();
        for (V1ListItem item : sound) {
            if (item.isSeason() && known.get(item.item().ref()) instanceof ShowId show) {
                byShow.computeIfAbsent(show, none -> new ArrayList<>()).add(item);
            }
        }
        Map<V1ListItem, MediaId> seasons = new HashMap<>();
        byShow.keySet().stream()
                .gather(Gatherers.windowFixed(GUIDES_AT_ONCE))
                .forEach(batch -> catalog.guides(batch)
                        .forEach((show, guide) -> byShow.getOrDefault(show, List.of())
                                .forEach(item -> guide.season(item.seasonNumber())
                                        .ifPresent(season -> seasons.put(item, season.id())))));
        return seasons;
    }

    private static Optional<MediaId> find(
            V1ListItem item, Map<Object, MediaId> known, Map<V1ListItem, MediaId> seasons) {
        if (item.flaw().isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                item.isSeason() ? seasons.get(item) : known.get(item.item().ref()));
    }

    private static JsonObject skip(
            @Nullable V1ListItem item, Map<Object, MediaId> known, Set<Object> shows, boolean adds) {
        return item == null
                ? new JsonObject().put("reason", "not an object")
                : item.echo().put("reason", V1Errors.text(reason(item, known, shows, adds)));
    }

    private static Problem reason(V1ListItem item, Map<Object, MediaId> known, Set<Object> shows, boolean adds) {
        return item.flaw()
                .orElseGet(
                        () -> item.isSeason() && known.containsKey(item.item().ref())
                                ? new Problem.NotFound("season")
                                : V1ItemResolver.missing(item.item(), adds, shows));
    }
}
