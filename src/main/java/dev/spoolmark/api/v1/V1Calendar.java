package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1LocalAirTime;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.calendar.Airing;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// A calendar in a response: days with at least one episode, each with its episodes and their shows
/// (`docs/spec/v1/calendar.md`).
public final class V1Calendar {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1UserItemState userItemState;

    public V1Calendar(Catalog catalog, Ratings ratings, V1UserItemState userItemState) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.userItemState = userItemState;
    }

    public Response response(Call<?> call, List<Airing> airings) {
        return response(call, airings, (_, _) -> {});
    }

    /// For the calendar of a user: `watched` and `rating` also occur beside show and episode.
    public Response responseForUser(Call<?> call, List<Airing> airings) {
        return response(call, airings, Entry::putOlderMembers);
    }

    private Response response(Call<?> call, List<Airing> airings, BiConsumer<Entry, JsonObject> more) {
        return StreamedJsonArray.pages(pages(days(airings)), days -> toJson(call, days, more));
    }

    private List<JsonObject> toJson(Call<?> call, List<Day> days, BiConsumer<Entry, JsonObject> more) {
        Page page =
                page(call, days.stream().flatMap(day -> day.airings().stream()).toList());
        List<JsonObject> rendered = new ArrayList<>();
        for (Day day : days) {
            List<JsonObject> episodes = day.airings().stream()
                    .flatMap(airing -> page.find(airing).stream())
                    .map(entry -> entry.toJson(more))
                    .toList();
            rendered.add(new JsonObject().put("date", day.date().toString()).put("episodes", episodes));
        }
        return rendered;
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
                userItemState.of(call.caller(), items),
                new V1Links(call.base()),
                V1LocalAirTime.of(call.caller()));
    }

    private static List<Day> days(List<Airing> airings) {
        Map<LocalDate, List<Airing>> byDay = new LinkedHashMap<>();
        airings.forEach(airing ->
                byDay.computeIfAbsent(airing.day(), day -> new ArrayList<>()).add(airing));
        return byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /// Groups of days whose items are looked up together.
    private static List<List<Day>> pages(List<Day> days) {
        List<List<Day>> pages = new ArrayList<>();
        int remaining = 0;
        for (Day day : days) {
            if (day.airings().size() > remaining) {
                pages.add(new ArrayList<>());
                remaining = StreamedJsonArray.PAGE_SIZE;
            }
            pages.getLast().add(day);
            remaining -= day.airings().size();
        }
        return pages;
    }

    private record Day(LocalDate date, List<Airing> airings) {}

    /// The data for one page.
    private record Page(
            Map<ShowId, Show> shows,
            Map<EpisodeId, Episode> episodes,
            RatingTotalsMap totals,
            V1UserItemState.Page own,
            V1Links links,
            V1LocalAirTime localized) {

        Optional<Entry> find(Airing airing) {
            Show show = shows.get(airing.show());
            Episode episode = episodes.get(airing.episode());
            return show == null || episode == null ? Optional.empty() : Optional.of(new Entry(show, episode, this));
        }

        RatingTotals totals(MediaId item) {
            return totals.of(item);
        }
    }

    /// One episode of a day.
    private record Entry(Show show, Episode episode, Page page) {

        JsonObject toJson(BiConsumer<Entry, JsonObject> more) {
            JsonObject showJson = V1Show.withTextIds(V1Show.full(show, page.links(), page.totals(show.id())), show);
            JsonObject episodeJson = V1Episode.full(show, episode, page.links(), page.totals(episode.id()));
            page.localized().put(showJson, episodeJson, show, episode);
            JsonObject entry = new JsonObject();
            more.accept(this, entry);
            return entry.put("show", page.own().addRating(showJson, show.id()))
                    .put("episode", page.own().addUserState(episodeJson, episode.id()));
        }

        void putOlderMembers(JsonObject entry) {
            page.own().addLegacyFields(entry, episode.id());
        }
    }
}
