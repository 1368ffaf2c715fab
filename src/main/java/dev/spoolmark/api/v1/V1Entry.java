package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.feed.Deed;
import dev.spoolmark.feed.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One activity item of a v1 answer (`conventions.md` 9.8). An item whose things are gone is not told at all: objects
/// that are null have crashed clients.
record V1Entry(V1Form form, ZoneId zone, Instant now, V1Media.Page things, V1Personal.Page own) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

    Optional<V1Object> of(Entry entry) {
        V1Object object = head(entry);
        return switch (entry.deed()) {
            case Deed.WithItem(MediaId item) -> putItem(object, item);
            case Deed.WithEpisodes(ShowId show, var episodes) -> putEpisodes(object, show, episodes);
            case Deed.Rated(MediaId item, var score) -> {
                boolean advanced = entry.person().preferences().ratingMode() == RatingMode.ADVANCED;
                yield putItem(
                        object.put("rating", V1Rating.word(score))
                                .put("rating_advanced", V1Rating.number(score))
                                .put("use_rating_advanced", advanced),
                        item);
            }
            case Deed.Said said -> putItem(object.put(entry.action().word(), comment(said)), said.item());
            case Deed.MadeList(var list) ->
                Optional.of(object.put("list", V1List.head(list, entry.person().name(), form.links())));
            case Deed.Listed(var list, var number, MediaId item) ->
                V1Listed.of(item, things)
                        .map(listed -> object.put(
                                        "list", V1List.head(list, entry.person().name(), form.links()))
                                .put("list_item", listed));
        };
    }

    private V1Object head(Entry entry) {
        V1Object object = new V1Object().put("id", entry.id()).put("timestamp", V1Times.seconds(entry.at()));
        if (!form.min()) {
            object.put("when", when(entry.at())).put("elapsed", elapsed(entry.at()));
        }
        return object.put("type", entry.deed().type().word())
                .put("action", entry.action().word())
                .put("user", user(entry.person()));
    }

    private V1Object user(Account person) {
        return form.min() ? new V1Object().put("username", person.name()) : V1User.full(person, form.links());
    }

    private V1Object when(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        return new V1Object().put("day", DAY.format(there)).put("time", V1Times.twelveHours(there.toLocalTime()));
    }

    private V1Object elapsed(Instant at) {
        Duration age = Duration.between(at, now);
        return new V1Object().put("full", V1Ages.full(age)).put("short", V1Ages.brief(age));
    }

    private Optional<V1Object> putItem(V1Object object, MediaId item) {
        return switch (item) {
            case MovieId id -> things.movie(id).map(movie -> object.put("movie", own.putOn(movie, id)));
            case ShowId id -> putShow(object, id);
            case EpisodeId id ->
                things.episodeAt(id)
                        .flatMap(episode -> putShow(object, episode.show())
                                .flatMap(shown -> episode(id).map(told -> shown.put("episode", told))));
            case SeasonId id -> Optional.empty();
        };
    }

    /// Some clients look for a single `episode` where others expect `episodes`: with one of them, both stand there.
    private Optional<V1Object> putEpisodes(V1Object object, ShowId show, List<EpisodeId> ids) {
        List<V1Object> told = ids.stream()
                .map(things::episodeAt)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Episode::season).thenComparingInt(Episode::number))
                .map(Episode::id)
                .map(this::episode)
                .flatMap(Optional::stream)
                .toList();
        return told.isEmpty()
                ? Optional.empty()
                : putShow(object, show)
                        .map(shown ->
                                shown.put("episodes", told).put("episode", told.size() == 1 ? told.getFirst() : null));
    }

    private Optional<V1Object> putShow(V1Object object, ShowId id) {
        return things.show(id).map(show -> object.put("show", own.putOpinion(show, id)));
    }

    private Optional<V1Object> episode(EpisodeId id) {
        return things.episode(id).map(episode -> own.putOn(episode, id));
    }

    private static V1Object comment(Deed.Said said) {
        return new V1Object()
                .put("id", said.number())
                .put("text", said.text())
                .put("text_html", V1Html.of(said.text()))
                .put("spoiler", said.spoiler());
    }
}
