package dev.spoolmark.web.statistics;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.stats.viewing.DatedPlay;
import dev.spoolmark.stats.viewing.PeriodStatistics;
import dev.spoolmark.stats.viewing.PersonCount;
import dev.spoolmark.stats.viewing.TitleCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the titles and people of statistics with two statements. Others see no provisional title
/// (`docs/domain.md#unknown-titles`).
final class StatisticsNames {

    /// Rows of a list of titles.
    static final int ROWS = 10;

    private final Catalog catalog;

    StatisticsNames(Catalog catalog) {
        this.catalog = catalog;
    }

    /// @param items those that are in the catalog and visible
    record Found(Map<MediaId, ItemSummary> items, Map<PersonId, Person> people) {

        Found {
            items = Map.copyOf(items);
            people = Map.copyOf(people);
        }

        /// The first rows whose titles are visible.
        List<TitleCount> rows(List<TitleCount> titles) {
            return titles.stream()
                    .filter(title -> items.containsKey(title.title()))
                    .limit(ROWS)
                    .toList();
        }

        /// The summary of a title of [#rows].
        ItemSummary item(TitleCount title) {
            ItemSummary item = items.get(title.title());
            if (item == null) {
                throw new IllegalArgumentException("not a visible title");
            }
            return item;
        }

        @Nullable
        ItemSummary itemOf(@Nullable DatedPlay play) {
            return play == null ? null : items.get(play.item());
        }
    }

    Found find(StatisticsOwner owner, PeriodStatistics statistics) {
        // Some titles of others may be invisible, so more are read.
        int limit = owner.own() ? ROWS : Integer.MAX_VALUE;
        List<MediaId> items = Stream.of(
                        statistics.shows().stream().limit(limit).map(TitleCount::title),
                        statistics.movies().stream().limit(limit).map(TitleCount::title),
                        statistics.newShows().stream().limit(2L * ROWS).map(DatedPlay::item),
                        Stream.ofNullable(statistics.first()).map(DatedPlay::item),
                        Stream.ofNullable(statistics.last()).map(DatedPlay::item))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
        Map<MediaId, ItemSummary> visible = new HashMap<>(items.isEmpty() ? Map.of() : catalog.summaries(items));
        if (!owner.own()) {
            visible.values().removeIf(ItemSummary::provisional);
        }
        List<PersonId> people = Stream.concat(statistics.cast().stream(), statistics.crew().stream())
                .map(PersonCount::person)
                .distinct()
                .toList();
        return new Found(visible, people.isEmpty() ? Map.of() : catalog.persons(people));
    }
}
