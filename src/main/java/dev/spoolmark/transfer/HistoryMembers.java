package dev.spoolmark.transfer;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayPages;
import dev.spoolmark.history.RecordedPlay;
import dev.spoolmark.history.WatchedItem;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.ResumePoint;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// The members about plays: `watched-history`, `watched-movies`, `watched-shows`, `watched-playback`.
final class HistoryMembers {

    /// Shows whose episodes are in memory at the same time.
    private static final int SHOWS = 10;

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
        archive.array("watched-shows", (after, max) -> plays.shows(self, after, max), this::shows);
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

    private static JsonObject sum(int plays, @Nullable Instant lastAt) {
        String last = ExportTime.orNull(lastAt);
        return new JsonObject()
                .put("plays", plays)
                .putNullable("last_watched_at", last)
                .putNullable("last_updated_at", last);
    }

    private Iterable<JsonObject> shows(List<ShowId> shows) {
        return () -> shows.stream()
                .gather(Gatherers.windowFixed(SHOWS))
                .flatMap(batch -> fewShows(batch).stream())
                .iterator();
    }

    private List<JsonObject> fewShows(List<ShowId> shows) {
        Map<ShowId, List<WatchedItem>> watched = plays.episodes(self, shows);
        ItemObjects.Page titles = items.page(shows.stream());
        ItemObjects.Page page = items.page(watched.values().stream()
                .flatMap(List::stream)
                .map(row -> row.item().id()));
        List<JsonObject> rendered = new ArrayList<>();
        for (ShowId show : shows) {
            rendered.add(show(show, watched.getOrDefault(show, List.of()), titles, page));
        }
        return rendered;
    }

    private static JsonObject show(
            ShowId show, List<WatchedItem> watched, ItemObjects.Page titles, ItemObjects.Page page) {
        ShowSeasons seasons = new ShowSeasons();
        int plays = 0;
        Instant last = null;
        for (WatchedItem row : watched) {
            Instant at = row.summary().lastAt();
            plays += row.summary().plays();
            last = last == null || (at != null && at.isAfter(last)) ? at : last;
            ItemObjects.Position position = page.position(row.item().id());
            if (position != null) {
                seasons.add(
                        position,
                        new JsonObject()
                                .put("plays", row.summary().plays())
                                .putNullable("last_watched_at", ExportTime.orNull(at)));
            }
        }
        return titles.putItem(sum(plays, last).putNullable("reset_at", null), show)
                .put("seasons", seasons.toJson());
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
