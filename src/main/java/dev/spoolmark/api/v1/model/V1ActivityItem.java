package dev.spoolmark.api.v1.model;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.api.v1.V1ItemPage;
import dev.spoolmark.api.v1.V1UserItemState;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.feed.ActivityDetail;
import dev.spoolmark.feed.FeedEntry;
import dev.spoolmark.http.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One activity item of a response (`docs/spec/v1/activity.md#activity-items`). An entry whose items no longer
/// exist is left out, since null objects crash clients.
public record V1ActivityItem(
        V1Rendering form, ZoneId zone, Instant now, V1ItemPage.Page items, V1UserItemState.Page own) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

    public Optional<JsonObject> of(FeedEntry entry) {
        JsonObject object = head(entry);
        return switch (entry.detail()) {
            case ActivityDetail.WithItem(MediaId item) -> putItem(object, item);
            case ActivityDetail.WithEpisodes(ShowId show, var episodes) -> putEpisodes(object, show, episodes);
            case ActivityDetail.Rated(MediaId item, var score) -> {
                boolean advanced = entry.account().preferences().ratingMode() == RatingMode.ADVANCED;
                yield putItem(
                        object.put("rating", V1Rating.loveOrHate(score))
                                .put("rating_advanced", V1Rating.number(score))
                                .put("use_rating_advanced", advanced),
                        item);
            }
            case ActivityDetail.Commented commented ->
                putItem(object.put(entry.action().key(), comment(commented)), commented.item());
            case ActivityDetail.MadeList(var list) ->
                Optional.of(object.put("list", V1List.head(list, entry.account().name(), form.links())));
            case ActivityDetail.Listed(var list, var number, MediaId item) ->
                V1ListEntry.of(item, items)
                        .map(listed -> object.put(
                                        "list",
                                        V1List.head(list, entry.account().name(), form.links()))
                                .put("list_item", listed));
        };
    }

    private JsonObject head(FeedEntry entry) {
        JsonObject object = new JsonObject().put("id", entry.id()).put("timestamp", V1Times.seconds(entry.at()));
        if (!form.min()) {
            object.put("when", localTime(entry.at())).put("elapsed", elapsed(entry.at()));
        }
        return object.put("type", entry.detail().type().key())
                .put("action", entry.action().key())
                .put("user", user(entry.account()));
    }

    private JsonObject user(Account account) {
        return form.min() ? new JsonObject().put("username", account.name()) : V1User.full(account, form.links());
    }

    private JsonObject localTime(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return new JsonObject().put("day", DAY.format(local)).put("time", V1Times.twelveHours(local.toLocalTime()));
    }

    private JsonObject elapsed(Instant at) {
        Duration age = Duration.between(at, now);
        return new JsonObject().put("full", V1ElapsedTime.full(age)).put("short", V1ElapsedTime.brief(age));
    }

    private Optional<JsonObject> putItem(JsonObject object, MediaId item) {
        return switch (item) {
            case MovieId id -> items.movie(id).map(movie -> object.put("movie", own.addUserState(movie, id)));
            case ShowId id -> putShow(object, id);
            case EpisodeId id ->
                items.findEpisode(id)
                        .flatMap(episode -> putShow(object, episode.show())
                                .flatMap(shown -> episode(id).map(json -> shown.put("episode", json))));
            case SeasonId id -> Optional.empty();
        };
    }

    /// Some clients read `episode`, others `episodes`: for a single episode, both are present.
    private Optional<JsonObject> putEpisodes(JsonObject object, ShowId show, List<EpisodeId> ids) {
        List<JsonObject> rendered = ids.stream()
                .map(items::findEpisode)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Episode::season).thenComparingInt(Episode::number))
                .map(Episode::id)
                .map(this::episode)
                .flatMap(Optional::stream)
                .toList();
        return rendered.isEmpty()
                ? Optional.empty()
                : putShow(object, show)
                        .map(shown -> shown.put("episodes", rendered)
                                .put("episode", rendered.size() == 1 ? rendered.getFirst() : null));
    }

    private Optional<JsonObject> putShow(JsonObject object, ShowId id) {
        return items.show(id).map(show -> object.put("show", own.addRating(show, id)));
    }

    private Optional<JsonObject> episode(EpisodeId id) {
        return items.episode(id).map(episode -> own.addUserState(episode, id));
    }

    private static JsonObject comment(ActivityDetail.Commented commented) {
        return new JsonObject()
                .put("id", commented.number())
                .put("text", commented.text())
                .put("text_html", V1Html.of(commented.text()))
                .put("spoiler", commented.spoiler());
    }
}
