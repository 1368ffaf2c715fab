package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.wire.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a call on a list names: movies, shows, seasons and episodes in one batch, all looked up together.
///
/// A season is never kept as provisional by itself, for nobody knows its episodes; it is found when its show has it.
final class V1ListMatching {

    private final V1Items items;
    private final Catalog catalog;

    V1ListMatching(V1Items items, Catalog catalog) {
        this.items = items;
        this.catalog = catalog;
    }

    /// @param adds whether unknown titles are kept
    V1ListBatch match(Call<?> call, List<@Nullable V1ListItem> sent, boolean adds) {
        List<V1ListItem> sound = sent.stream()
                .filter(Objects::nonNull)
                .filter(item -> item.flaw().isEmpty())
                .toList();
        Map<Object, MediaId> known = new HashMap<>(items.ids(call, named(sound, false), adds));
        items.ids(call, named(sound, true), false).forEach(known::putIfAbsent);
        Map<ShowId, ShowGuide> guides = guides(sound, known);
        List<MediaId> found = new ArrayList<>();
        List<V1Object> skipped = new ArrayList<>();
        for (V1ListItem item : sent) {
            Optional<MediaId> id = item == null ? Optional.empty() : find(item, known, guides);
            id.ifPresentOrElse(found::add, () -> skipped.add(skip(call, item, known, adds)));
        }
        return new V1ListBatch(found, skipped);
    }

    private static List<V1Item> named(List<V1ListItem> sound, boolean seasons) {
        return sound.stream()
                .filter(item -> item.isSeason() == seasons)
                .map(V1ListItem::item)
                .toList();
    }

    private Map<ShowId, ShowGuide> guides(List<V1ListItem> sound, Map<Object, MediaId> known) {
        HashSet<ShowId> shows = new HashSet<>();
        for (V1ListItem item : sound) {
            if (item.isSeason() && known.get(item.item().ref()) instanceof ShowId show) {
                shows.add(show);
            }
        }
        return catalog.guides(shows);
    }

    private static Optional<MediaId> find(V1ListItem item, Map<Object, MediaId> known, Map<ShowId, ShowGuide> guides) {
        if (item.flaw().isPresent()) {
            return Optional.empty();
        }
        MediaId id = known.get(item.item().ref());
        if (!item.isSeason()) {
            return Optional.ofNullable(id);
        }
        return id instanceof ShowId show
                ? Optional.ofNullable(guides.get(show))
                        .flatMap(guide -> guide.season(item.seasonNumber()))
                        .map(Season::id)
                : Optional.empty();
    }

    private V1Object skip(Call<?> call, @Nullable V1ListItem item, Map<Object, MediaId> known, boolean adds) {
        return item == null
                ? new V1Object().put("reason", "not an object")
                : item.echo().put("reason", V1Words.text(reason(call, item, known, adds)));
    }

    private Problem reason(Call<?> call, V1ListItem item, Map<Object, MediaId> known, boolean adds) {
        return item.flaw()
                .orElseGet(
                        () -> item.isSeason() && known.containsKey(item.item().ref())
                                ? new Problem.NotFound("season")
                                : items.missing(call, item.item(), adds));
    }
}
