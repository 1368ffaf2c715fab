package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.metadata.imdb.Shelf.Laid;
import dev.spoolmark.metadata.imdb.Shelf.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Puts shows and their episodes together, one compartment of the shelf after the other.
final class Shows {

    private static final Comparator<Laid> ORDER = Comparator.comparingLong(Laid::show)
            .thenComparing(Laid::role)
            .thenComparingInt(Laid::season)
            .thenComparingInt(Laid::number)
            .thenComparingLong(Laid::line);

    private final Shelf shelf;
    private final String file;
    private final ImdbReader reader;

    Shows(Shelf shelf, String file, ImdbReader reader) {
        this.shelf = shelf;
        this.file = file;
        this.reader = reader;
    }

    void read() throws IOException {
        reader.begins("shows", Shelf.COMPARTMENTS);
        for (int i = 0; i < Shelf.COMPARTMENTS; i++) {
            List<Laid> all = shelf.compartment(i);
            all.sort(ORDER);
            int from = 0;
            for (int to = 1; to <= all.size(); to++) {
                if (to == all.size() || all.get(to).show() != all.get(from).show()) {
                    one(all.subList(from, to));
                    from = to;
                }
            }
            reader.progress(i + 1L);
        }
    }

    private void one(List<Laid> group) {
        Laid first = group.getFirst();
        switch (first.role()) {
            case LEFT_OUT -> {}
            case SHOW -> reader.item(title(first).show(seasons(group.subList(1, group.size()))));
            case EPISODE -> group.forEach(one -> refuse(one, "is an episode of a show that is not there"));
        }
    }

    private List<SeasonItem> seasons(List<Laid> rest) {
        Map<Integer, List<EpisodeItem>> seasons = new TreeMap<>();
        for (Laid one : rest) {
            if (one.role() == Role.SHOW) {
                refuse(one, "is there twice");
                continue;
            }
            List<EpisodeItem> season = seasons.computeIfAbsent(one.season(), number -> new ArrayList<>());
            if (!season.isEmpty() && season.getLast().number() == one.number()) {
                refuse(one, "is an episode at the place of another");
            } else {
                season.add(title(one).episode(one.number()));
            }
        }
        return seasons.entrySet().stream()
                .map(season -> new SeasonItem(season.getKey(), Ids.NONE, null, season.getValue()))
                .toList();
    }

    private void refuse(Laid one, String reason) {
        reader.refused(file, one.line(), reason);
    }

    private static Title title(Laid laid) {
        return Objects.requireNonNull(laid.title());
    }
}
