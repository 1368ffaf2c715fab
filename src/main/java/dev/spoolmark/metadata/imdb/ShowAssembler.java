package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.metadata.imdb.SortedTitle.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Builds shows with their episodes from sorted titles.
final class ShowAssembler {

    private static final int PROGRESS_INTERVAL = 1_000;

    private final ExternalSorter<SortedTitle> sorter;
    private final String file;
    private final ImdbConsumer consumer;

    ShowAssembler(ExternalSorter<SortedTitle> sorter, String file, ImdbConsumer consumer) {
        this.sorter = sorter;
        this.file = file;
        this.consumer = consumer;
    }

    void read() throws IOException {
        consumer.beginPart("shows", sorter.size());
        long count = 0;
        List<SortedTitle> group = new ArrayList<>();
        ExternalSorter<SortedTitle>.Cursor walk = sorter.sorted();
        for (Optional<SortedTitle> next = walk.next(); next.isPresent(); next = walk.next()) {
            SortedTitle one = next.get();
            if (!group.isEmpty() && group.getFirst().show() != one.show()) {
                one(group);
                group.clear();
            }
            group.add(one);
            if (++count % PROGRESS_INTERVAL == 0) {
                consumer.progress(count);
            }
        }
        if (!group.isEmpty()) {
            one(group);
        }
        consumer.progress(count);
    }

    private void one(List<SortedTitle> group) {
        SortedTitle first = group.getFirst();
        switch (first.role()) {
            case LEFT_OUT -> {}
            case SHOW -> consumer.item(title(first).show(seasons(group.subList(1, group.size()))));
            case EPISODE -> group.forEach(one -> reject(one, "is an episode of a show that is not there"));
        }
    }

    private List<SeasonItem> seasons(List<SortedTitle> rest) {
        Map<Integer, List<EpisodeItem>> seasons = new TreeMap<>();
        for (SortedTitle one : rest) {
            if (one.role() == Role.SHOW) {
                reject(one, "is there twice");
                continue;
            }
            List<EpisodeItem> season = seasons.computeIfAbsent(one.season(), number -> new ArrayList<>());
            if (!season.isEmpty() && season.getLast().number() == one.number()) {
                reject(one, "is an episode at the place of another");
            } else {
                season.add(title(one).episode(one.number()));
            }
        }
        return seasons.entrySet().stream()
                .map(season -> new SeasonItem(season.getKey(), Ids.NONE, null, season.getValue()))
                .toList();
    }

    private void reject(SortedTitle one, String reason) {
        consumer.invalidRow(file, one.line(), reason);
    }

    private static TitleRow title(SortedTitle row) {
        return Objects.requireNonNull(row.title());
    }
}
