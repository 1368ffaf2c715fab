package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.api.v1.model.V1ActivityItem;
import dev.spoolmark.api.v1.model.V1Rendering;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.feed.FeedEntry;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The response of all activity methods: its time, and activity of users, newest first
/// (`docs/spec/v1/activity.md#activity-items`).
public final class V1Activity {

    private final V1ItemPage itemPage;
    private final V1UserItemState userItemState;
    private final InstantSource clock;

    public V1Activity(V1ItemPage itemPage, V1UserItemState userItemState, InstantSource clock) {
        this.itemPage = itemPage;
        this.userItemState = userItemState;
        this.clock = clock;
    }

    public Response response(Call<?> call, List<FeedEntry> entries) {
        return V1Responses.ok(object(call, entries));
    }

    public JsonObject object(Call<?> call, List<FeedEntry> entries) {
        Instant now = clock.instant();
        return new JsonObject()
                .put("timestamps", timestamps(call, entries, now))
                .put("activity", toJson(call, entries, now));
    }

    private List<JsonObject> toJson(Call<?> call, List<FeedEntry> entries, Instant now) {
        V1Rendering rendering = V1Rendering.ofQuery(call);
        List<MediaId> items = entries.stream()
                .flatMap(entry -> entry.detail().items().stream())
                .toList();
        V1ItemPage.Page page = itemPage.page(items, rendering);
        List<MediaId> owned = new java.util.ArrayList<>(items);
        owned.addAll(page.shows().keySet());
        V1ActivityItem renderer =
                new V1ActivityItem(rendering, zone(call), now, page, userItemState.of(call.caller(), owned));
        return entries.stream().map(renderer::of).flatMap(Optional::stream).toList();
    }

    private static JsonObject timestamps(Call<?> call, List<FeedEntry> entries, Instant now) {
        Instant oldest = entries.isEmpty() ? now : entries.getLast().at();
        Instant start = V1ActivityFilter.instant(call, "start_ts").orElse(oldest);
        return new JsonObject()
                .put("start", V1Times.seconds(start))
                .put(
                        "end",
                        V1ActivityFilter.instant(call, "end_ts")
                                .map(Instant::getEpochSecond)
                                .orElse(null))
                .put("current", V1Times.seconds(now));
    }

    private static ZoneId zone(Call<?> call) {
        Account caller = call.caller();
        return caller == null ? V1Times.PACIFIC : caller.preferences().timeZone();
    }
}
