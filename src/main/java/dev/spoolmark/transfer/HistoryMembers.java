package dev.spoolmark.transfer;

import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayPages;
import dev.spoolmark.history.RecordedPlay;
import dev.spoolmark.history.WatchedItem;
import dev.spoolmark.history.WatchedShow;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.ResumePoint;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members about plays: `watched-history`, `watched-movies`, `watched-shows`, `watched-playback`.
final class HistoryMembers {

    private final PlayPages plays;
    private final Playback playback;
    private final ItemObjects items;
    private final ProfileView self;

    HistoryMembers(ExportSources sources, ItemObjects items, ProfileView self) {
        this.plays = sources.plays();
        this.playback = sources.playback();
        this.items = items;
        this.self = self;
    }

    /// @return the number of plays
    long write(ExportArchive archive) {
        archive.array("watched-movies", (after, max) -> plays.movies(self, movie(after), max), this::movies);
        archive.array("watched-shows", (after, max) -> plays.shows(self, after, max), this::allShows);
        archive.array("watched-playback", (after, max) -> playback.page(self, after, max), this::resumePoints);
        return archive.array("watched-history", (after, max) -> plays.plays(self, after, max), this::history);
    }

    private static @Nullable MovieId movie(@Nullable WatchedItem after) {
        return after == null ? null : new MovieId(after.item().id().value());
    }

    private List<JsonObject> history(List<RecordedPlay> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(play -> play.item().id()));
        return rows.stream()
                .map(play -> page.describe(
                        new JsonObject()
                                .put("id", play.id())
                                .put("watched_at", ExportTime.orUnknown(play.watchedAt()))
                                .put("action", action(play.action())),
                        play.item().id()))
                .toList();
    }

    private static String action(PlayAction action) {
        return switch (action) {
            case SCROBBLE -> "scrobble";
            case CHECKIN -> "checkin";
            case SEEN -> "watch";
        };
    }

    private List<JsonObject> movies(List<WatchedItem> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(row -> row.item().id()));
        return rows.stream()
                .map(row -> page.putItem(
                        sum(row.summary().plays(), row.summary().lastAt()),
                        row.item().id()))
                .toList();
    }

    private static JsonObject sum(long plays, @Nullable Instant lastAt) {
        String last = ExportTime.orNull(lastAt);
        return new JsonObject()
                .put("plays", plays)
                .putNullable("last_watched_at", last)
                .putNullable("last_updated_at", last);
    }

    private Iterable<JsonObject> allShows(List<WatchedShow> shows) {
        return ShowBatches.of(shows, WatchedShow::episodes, this::shows);
    }

    private List<JsonObject> shows(List<WatchedShow> batch) {
        Map<ShowId, List<WatchedItem>> watched = plays.episodes(
                self,
                batch.stream()
                        .filter(show -> ShowBatches.isListed(show.episodes()))
                        .map(WatchedShow::show)
                        .toList());
        ItemObjects.Page titles = items.page(batch.stream().map(WatchedShow::show));
        Map<? extends MediaId, EpisodePosition> positions = items.positions(watched.values().stream()
                .flatMap(List::stream)
                .map(row -> row.item().id()));
        return batch.stream()
                .map(show -> titles.putItem(sum(show.plays(), show.lastAt()).putNullable("reset_at", null), show.show())
                        .put("seasons", seasons(watched.getOrDefault(show.show(), List.of()), positions)))
                .toList();
    }

    private static List<JsonObject> seasons(
            List<WatchedItem> watched, Map<? extends MediaId, EpisodePosition> positions) {
        ShowSeasons seasons = new ShowSeasons();
        for (WatchedItem row : watched) {
            EpisodePosition position = positions.get(row.item().id());
            if (position != null) {
                seasons.add(
                        position,
                        new JsonObject()
                                .put("plays", row.summary().plays())
                                .putNullable(
                                        "last_watched_at",
                                        ExportTime.orNull(row.summary().lastAt())));
            }
        }
        return seasons.toJson();
    }

    /// A user has one resume point for each item, so the id of the item is the id of the point.
    private List<JsonObject> resumePoints(List<ResumePoint> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(ResumePoint::item));
        return rows.stream()
                .map(point -> page.describe(
                        new JsonObject()
                                .put("progress", point.progress() / 100.0)
                                .put("paused_at", ExportTime.of(point.pausedAt()))
                                .put("id", point.item().value()),
                        point.item()))
                .toList();
    }
}
