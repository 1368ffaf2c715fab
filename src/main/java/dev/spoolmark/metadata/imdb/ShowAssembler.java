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
            SortedTitle row = next.get();
            if (!group.isEmpty() && group.getFirst().show() != row.show()) {
                assemble(group);
                group.clear();
            }
            group.add(row);
            if (++count % PROGRESS_INTERVAL == 0) {
                consumer.progress(count);
            }
        }
        if (!group.isEmpty()) {
            assemble(group);
        }
        consumer.progress(count);
    }

    private void assemble(List<SortedTitle> group) {
        SortedTitle first = group.getFirst();
        switch (first.role()) {
            case LEFT_OUT -> {}
            case SHOW -> consumer.item(title(first).show(seasons(group.subList(1, group.size()))));
            case EPISODE -> group.forEach(row -> reject(row, "is an episode of a show that is not there"));
        }
    }

    private List<SeasonItem> seasons(List<SortedTitle> rest) {
        Map<Integer, List<EpisodeItem>> seasons = new TreeMap<>();
        for (SortedTitle row : rest) {
            if (row.role() == Role.SHOW) {
                reject(row, "is there twice");
                continue;
            }
            List<EpisodeItem> season = seasons.computeIfAbsent(row.season(), number -> new ArrayList<>());
            if (!season.isEmpty() && season.getLast().number() == row.number()) {
                reject(row, "is an episode at the place of another");
            } else {
                season.add(title(row).episode(row.number()));
            }
        }
        return seasons.entrySet().stream()
                .map(season -> new SeasonItem(season.getKey(), Ids.NONE, null, season.getValue()))
                .toList();
    }

    private void reject(SortedTitle row, String reason) {
        consumer.invalidRow(file, row.line(), reason);
    }

    private static TitleRow title(SortedTitle row) {
        return Objects.requireNonNull(row.title());
    }
}
