package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.feed.Entry;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The one answer of all activity reads: when it was made, and what people did, newest first (`activity.md`).
final class V1Activity {

    private final V1Media media;
    private final V1Personal personal;
    private final InstantSource clock;

    V1Activity(V1Media media, V1Personal personal, InstantSource clock) {
        this.media = media;
        this.personal = personal;
        this.clock = clock;
    }

    Reply answer(Call<?> call, List<Entry> entries) {
        return V1Words.ok(object(call, entries));
    }

    V1Object object(Call<?> call, List<Entry> entries) {
        Instant now = clock.instant();
        return new V1Object()
                .put("timestamps", timestamps(call, entries, now))
                .put("activity", told(call, entries, now));
    }

    private List<V1Object> told(Call<?> call, List<Entry> entries, Instant now) {
        V1Form form = V1Form.asked(call);
        List<MediaId> items =
                entries.stream().flatMap(entry -> entry.deed().items().stream()).toList();
        V1Media.Page things = media.page(items, form);
        List<MediaId> owned = new java.util.ArrayList<>(items);
        owned.addAll(things.shows().keySet());
        V1Entry told = new V1Entry(form, zone(call), now, things, personal.of(call.caller(), owned));
        return entries.stream().map(told::of).flatMap(Optional::stream).toList();
    }

    private static V1Object timestamps(Call<?> call, List<Entry> entries, Instant now) {
        Instant oldest = entries.isEmpty() ? now : entries.getLast().at();
        Instant start = V1Wanted.moment(call, "start_ts").orElse(oldest);
        return new V1Object()
                .put("start", V1Times.seconds(start))
                .put(
                        "end",
                        V1Wanted.moment(call, "end_ts")
                                .map(Instant::getEpochSecond)
                                .orElse(null))
                .put("current", V1Times.seconds(now));
    }

    private static ZoneId zone(Call<?> call) {
        Account caller = call.caller();
        return caller == null ? V1Times.PACIFIC : caller.preferences().timeZone();
    }
}
