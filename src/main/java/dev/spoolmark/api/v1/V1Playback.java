package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.scrobble.Checkin;
import dev.spoolmark.scrobble.NowWatching;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.scrobble.Scrobbles;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shared by the playback methods of `movie/*` and `show/*`, which use the same slot for what a user watches
/// now.
public final class V1Playback {

    private static final int MAX_DIGITS = 32;

    private final Scrobbles scrobbles;
    private final V1ItemResolver items;

    public V1Playback(Scrobbles scrobbles, V1ItemResolver items) {
        this.scrobbles = scrobbles;
        this.items = items;
    }

    /// The duration and progress as they were sent.
    public record Report(
            @Nullable LenientValue duration, @Nullable LenientValue progress) {}

    /// The item that is played.
    ///
    /// @param length as in the catalog
    /// @param name for messages
    /// @param echo for the response
    public record Played(Watchable item, Optional<Duration> length, String name, JsonObject echo) {}

    public Response watching(Call<?> call, Played played, Report body) {
        scrobbles.watch(call.userId(), playback(call, played, body));
        return success("watching " + played.name(), played.echo());
    }

    public Response scrobble(Call<?> call, Played played, Report body) {
        return scrobbles.scrobble(call.userId(), playback(call, played, body))
                ? success("scrobbled " + played.name(), played.echo())
                : V1Responses.failure(200, "scrobbled " + played.name() + " already");
    }

    public Response checkin(Call<?> call, Played played, Report body) {
        return switch (scrobbles.checkIn(call.userId(), playback(call, played, body))) {
            case Checkin.Started(NowWatching watching) ->
                success(
                        "checked in to " + played.name(),
                        new JsonObject().put("timestamps", timestamps(watching)).putAll(played.echo()));
            case Checkin.Busy(NowWatching running, Duration remaining) -> busy(running, remaining);
        };
    }

    public Response cancelWatching(Call<?> call) {
        scrobbles.cancelWatching(call.userId());
        return V1Responses.success("cancelled watching");
    }

    public Response cancelCheckin(Call<?> call) {
        scrobbles.cancelCheckin(call.userId());
        return V1Responses.success("cancelled check in");
    }

    /// Status 200, since clients read `wait` only from a successful response; whole seconds, never 0, which
    /// means no conflict.
    private Response busy(NowWatching running, Duration remaining) {
        return V1Responses.ok(new JsonObject()
                .put("status", "failure")
                .put("error", items.name(running.item().id()) + " check in already in progress")
                .put("timestamps", timestamps(running))
                .put("wait", Math.max(1, remaining.plusMillis(999).toSeconds())));
    }

    private static JsonObject timestamps(NowWatching watching) {
        return new JsonObject()
                .put("start", V1Times.seconds(watching.startedAt()))
                .put("end", V1Times.seconds(watching.expiresAt()))
                .put("active_for", watching.length().toSeconds());
    }

    private static Response success(String message, JsonObject echo) {
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("message", message)
                .putAll(echo)
                .put("facebook", false)
                .put("twitter", false)
                .put("tumblr", false)
                .put("path", false));
    }

    private static PlaybackReport playback(Call<?> call, Played played, Report body) {
        double percent = Math.clamp(number(body.progress()), 0, 100);
        return new PlaybackReport(
                played.item(),
                length(body.duration()),
                played.length().orElse(null),
                (int) Math.round(percent * PlaybackReport.MAX_PERCENT / 100),
                call.application().id());
    }

    /// Null for absent, non-positive and too long durations.
    private static @Nullable Duration length(@Nullable LenientValue duration) {
        double minutes = number(duration);
        return minutes > 0 && minutes <= ValueLimits.LONGEST.toMinutes()
                ? Duration.ofMinutes((long) Math.ceil(minutes))
                : null;
    }

    /// Players also send fractions; 0 if it is not a number.
    private static double number(@Nullable LenientValue value) {
        try {
            double number = Double.parseDouble(V1Values.text(value)
                    .map(TextFolding::strip)
                    .filter(text -> text.length() <= MAX_DIGITS)
                    .orElse("0"));
            return Double.isNaN(number) ? 0 : number;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
