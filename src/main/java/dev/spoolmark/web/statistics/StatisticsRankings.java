package dev.spoolmark.web.statistics;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.stats.viewing.NameCount;
import dev.spoolmark.stats.viewing.PeriodStatistics;
import dev.spoolmark.stats.viewing.PersonCount;
import dev.spoolmark.stats.viewing.TitleCount;
import dev.spoolmark.web.Links;
import dev.spoolmark.web.item.ItemLinks;
import dev.spoolmark.web.item.Posters;
import dev.spoolmark.web.statistics.RankedRow.Entry;
import dev.spoolmark.web.statistics.StatisticsNames.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lists of titles, people, genres, countries and decades of statistics.
final class StatisticsRankings {

    private final StatisticsOwner owner;
    private final PeriodStatistics statistics;
    private final Found found;
    private final StatisticsTexts texts;
    private final Links links;

    StatisticsRankings(
            StatisticsOwner owner, PeriodStatistics statistics, Found found, StatisticsTexts texts, Links links) {
        this.owner = owner;
        this.statistics = statistics;
        this.found = found;
        this.texts = texts;
        this.links = links;
    }

    List<RankedRow> shows() {
        return titles(statistics.shows());
    }

    List<RankedRow> movies() {
        return titles(statistics.movies());
    }

    private List<RankedRow> titles(List<TitleCount> titles) {
        return RankedRow.of(found.rows(titles).stream().map(this::title).toList());
    }

    private Entry title(TitleCount title) {
        ItemSummary item = found.item(title);
        return new Entry(
                item.title(),
                ItemLinks.of(item),
                texts.playsAndTime(title.count()),
                title.count().plays(),
                Posters.small(links, item),
                history(item));
    }

    /// The plays of a show; the history has no filter for one movie.
    private @Nullable String history(ItemSummary item) {
        return owner.own() && item.kind() == Kind.SHOW
                ? owner.history(statistics.period()).with("show", item.slug()).text()
                : null;
    }

    List<RankedRow> cast() {
        return people(statistics.cast());
    }

    List<RankedRow> crew() {
        return people(statistics.crew());
    }

    private List<RankedRow> people(List<PersonCount> counts) {
        List<Entry> entries = new ArrayList<>();
        for (PersonCount count : counts) {
            Person person = found.people().get(count.person());
            if (person != null) {
                entries.add(new Entry(
                        person.name(),
                        ItemLinks.person(person.slug()),
                        texts.playsAndTitles(count.plays(), count.titles()),
                        count.plays(),
                        null,
                        null));
            }
        }
        return RankedRow.of(entries);
    }

    List<RankedRow> genres() {
        return names(statistics.genres());
    }

    List<RankedRow> countries() {
        return names(statistics.countries());
    }

    List<RankedRow> decades() {
        return RankedRow.of(statistics.decades().stream()
                .map(count -> entry(texts.text().get("stats.decade", count.name()), count))
                .toList());
    }

    private List<RankedRow> names(List<NameCount> counts) {
        return RankedRow.of(counts.stream()
                .limit(StatisticsNames.ROWS)
                .map(count -> entry(count.name(), count))
                .toList());
    }

    private Entry entry(String name, NameCount count) {
        return new Entry(name, null, texts.playsAndTitles(count.plays(), count.titles()), count.plays(), null, null);
    }
}
