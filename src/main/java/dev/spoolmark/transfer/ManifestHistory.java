package dev.spoolmark.transfer;

import dev.spoolmark.account.AppId;
import dev.spoolmark.history.RecordedPlay;
import dev.spoolmark.history.WatchedItem;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.JsonStream;
import dev.spoolmark.scrobble.NowWatching;
import dev.spoolmark.showsetting.NextRule;
import dev.spoolmark.showsetting.ShowSetting;
import dev.spoolmark.social.ProfileView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the layout cannot hold about plays: when and by which application they were recorded, what is marked as
/// unseen, what is being watched, and the settings for single shows.
final class ManifestHistory {

    private static final int PAGE_SIZE = 500;

    private final ExportSources sources;
    private final ItemObjects items;
    private final ProfileView self;
    private final Map<AppId, String> applications = new HashMap<>();

    ManifestHistory(ExportSources sources, ItemObjects items, ProfileView self) {
        this.sources = sources;
        this.items = items;
        this.self = self;
    }

    void write(JsonStream json, Optional<NowWatching> watching) {
        json.array("watching", watching.map(this::watching).stream().toList());
        json.array(
                "unseen",
                PageReader.<WatchedItem, JsonObject>all(
                        (after, max) -> sources.plays().unseen(self, after == null ? null : after.item(), max),
                        PAGE_SIZE,
                        this::unseen));
        json.array(
                "show_settings",
                PageReader.<ShowSetting, JsonObject>all(
                        (after, max) -> sources.showSettings().page(self, after, max), PAGE_SIZE, this::settings));
        json.array(
                "plays",
                PageReader.<RecordedPlay, JsonObject>all(
                        (after, max) -> sources.plays().plays(self, after, max), PAGE_SIZE, this::plays));
    }

    private JsonObject watching(NowWatching slot) {
        ItemObjects.Page page = items.page(List.of(slot.item().id()).stream());
        return page.describe(
                new JsonObject()
                        .put("action", slot.checkin() ? "checkin" : "scrobble")
                        .put("started_at", ExportTime.of(slot.startedAt()))
                        .put("expires_at", ExportTime.of(slot.expiresAt())),
                slot.item().id());
    }

    private List<JsonObject> unseen(List<WatchedItem> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(row -> row.item().id()));
        return rows.stream()
                .map(row -> page.describe(
                        new JsonObject()
                                .put(
                                        "unseen_at",
                                        ExportTime.orNull(row.summary().unseenAt())),
                        row.item().id()))
                .toList();
    }

    private List<JsonObject> settings(List<ShowSetting> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(ShowSetting::item));
        return rows.stream()
                .map(row -> page.describe(
                        new JsonObject()
                                .put("pinned_at", ExportTime.orNull(row.pinnedAt()))
                                .put("next", row.rule() == NextRule.IN_ORDER ? "in_order" : "after_last"),
                        row.item()))
                .toList();
    }

    /// In the order of `watched-history`.
    private List<JsonObject> plays(List<RecordedPlay> rows) {
        return rows.stream()
                .map(play -> new JsonObject()
                        .put("id", play.id())
                        .put("recorded_at", ExportTime.of(play.createdAt()))
                        .put("precision", precision(play.time()))
                        .put("application", application(play.app())))
                .toList();
    }

    /// Null for a play with a clock time.
    private static @Nullable String precision(WatchedTime time) {
        return time.precision().isDate() ? time.precision().key() : null;
    }

    private @Nullable String application(@Nullable AppId id) {
        return id == null
                ? null
                : applications.computeIfAbsent(
                        id,
                        unnamed -> sources.applications()
                                .find(unnamed)
                                .map(stored -> stored.application().name())
                                .orElse(""));
    }
}
