package dev.spoolmark.api.v1;

import dev.spoolmark.calendar.Airing;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// A calendar in a v1 answer: days with something on them, each with its episodes and their shows (`calendar.md`).
final class V1Calendar {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1Personal personal;

    V1Calendar(Catalog catalog, Ratings ratings, V1Personal personal) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.personal = personal;
    }

    Reply answer(Call<?> call, List<Airing> airings) {
        return answer(call, airings, (_, _) -> {});
    }

    /// As a person's own calendar has it: `watched` and `rating` stand once more beside show and episode.
    Reply answerOfPerson(Call<?> call, List<Airing> airings) {
        return answer(call, airings, Entry::putOlderMembers);
    }

    private Reply answer(Call<?> call, List<Airing> airings, BiConsumer<Entry, V1Object> more) {
        return V1Stream.pages(pages(days(airings)), days -> told(call, days, more));
    }

    private List<V1Object> told(Call<?> call, List<Day> days, BiConsumer<Entry, V1Object> more) {
        Page page =
                page(call, days.stream().flatMap(day -> day.airings().stream()).toList());
        List<V1Object> told = new ArrayList<>();
        for (Day day : days) {
            List<V1Object> episodes = day.airings().stream()
                    .flatMap(airing -> page.find(airing).stream())
                    .map(entry -> entry.told(more))
                    .toList();
            told.add(new V1Object().put("date", day.date().toString()).put("episodes", episodes));
        }
        return told;
    }

    private Page page(Call<?> call, List<Airing> airings) {
        Set<MediaId> items = new LinkedHashSet<>();
        Set<ShowId> shows = new LinkedHashSet<>();
        airings.forEach(airing -> shows.add(airing.show()));
        items.addAll(shows);
        List<EpisodeId> episodes = airings.stream().map(Airing::episode).toList();
        items.addAll(episodes);
        return new Page(
                catalog.shows(shows),
                catalog.episodes(episodes),
                ratings.totals(items),
                personal.of(call.caller(), items),
                new V1Links(call.base()),
                V1Localized.of(call.caller()));
    }

    private static List<Day> days(List<Airing> airings) {
        Map<LocalDate, List<Airing>> byDay = new LinkedHashMap<>();
        airings.forEach(airing ->
                byDay.computeIfAbsent(airing.day(), day -> new ArrayList<>()).add(airing));
        return byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /// As many days a page as are told with about one page's lookups.
    private static List<List<Day>> pages(List<Day> days) {
        List<List<Day>> pages = new ArrayList<>();
        int room = 0;
        for (Day day : days) {
            if (day.airings().size() > room) {
                pages.add(new ArrayList<>());
                room = V1Stream.PAGE;
            }
            pages.getLast().add(day);
            room -= day.airings().size();
        }
        return pages;
    }

    private record Day(LocalDate date, List<Airing> airings) {}

    /// What is known of everything on one page.
    private record Page(
            Map<ShowId, Show> shows,
            Map<EpisodeId, Episode> episodes,
            Map<MediaId, RatingTotals> totals,
            V1Personal.Page own,
            V1Links links,
            V1Localized localized) {

        Optional<Entry> find(Airing airing) {
            Show show = shows.get(airing.show());
            Episode episode = episodes.get(airing.episode());
            return show == null || episode == null ? Optional.empty() : Optional.of(new Entry(show, episode, this));
        }

        RatingTotals totals(MediaId item) {
            return totals.getOrDefault(item, RatingTotals.NONE);
        }
    }

    /// One episode on a day.
    private record Entry(Show show, Episode episode, Page page) {

        V1Object told(BiConsumer<Entry, V1Object> more) {
            V1Object toldShow = V1Show.withTextIds(V1Show.full(show, page.links(), page.totals(show.id())), show);
            V1Object toldEpisode = V1Episode.full(show, episode, page.links(), page.totals(episode.id()));
            page.localized().put(toldShow, toldEpisode, show, episode);
            V1Object entry = new V1Object();
            more.accept(this, entry);
            return entry.put("show", page.own().putOpinion(toldShow, show.id()))
                    .put("episode", page.own().putOn(toldEpisode, episode.id()));
        }

        void putOlderMembers(V1Object entry) {
            page.own().putOlder(entry, episode.id());
        }
    }
}
