package dev.spoolmark.api.v1;

import dev.spoolmark.history.Watchable;
import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.scrobble.Checkin;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.scrobble.Watching;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `movie/*` and `show/*` have in common when something plays: the slot is one and the same.
final class V1Playback {

    private static final int LONGEST_NUMBER = 32;

    private final Scrobbles scrobbles;
    private final V1Items items;

    V1Playback(Scrobbles scrobbles, V1Items items) {
        this.scrobbles = scrobbles;
        this.items = items;
    }

    /// What was sent of how long it runs and how far it has come.
    record Sent(@Nullable Scalar duration, @Nullable Scalar progress) {}

    /// The thing that plays.
    ///
    /// @param length as the catalogue knows it
    /// @param name how messages call it
    /// @param echo as the answer shows it
    record Played(Watchable item, Optional<Duration> length, String name, V1Object echo) {}

    Reply watching(Call<?> call, Played played, Sent sent) {
        scrobbles.watch(call.user(), playback(call, played, sent));
        return success("watching " + played.name(), played.echo());
    }

    Reply scrobble(Call<?> call, Played played, Sent sent) {
        return scrobbles.scrobble(call.user(), playback(call, played, sent))
                ? success("scrobbled " + played.name(), played.echo())
                : V1Words.failure(200, "scrobbled " + played.name() + " already");
    }

    Reply checkin(Call<?> call, Played played, Sent sent) {
        return switch (scrobbles.checkIn(call.user(), playback(call, played, sent))) {
            case Checkin.Begun(Watching watching) ->
                success(
                        "checked in to " + played.name(),
                        new V1Object().put("timestamps", timestamps(watching)).putAll(played.echo()));
            case Checkin.Busy(Watching running, Duration left) -> busy(running, left);
        };
    }

    Reply cancelWatching(Call<?> call) {
        scrobbles.cancelWatching(call.user());
        return V1Words.success("cancelled watching");
    }

    Reply cancelCheckin(Call<?> call) {
        scrobbles.cancelCheckin(call.user());
        return V1Words.success("cancelled check in");
    }

    /// Status 200, as clients read `wait` from a normal answer; whole seconds, and never 0, which means no conflict.
    private Reply busy(Watching running, Duration left) {
        return V1Words.ok(new V1Object()
                .put("status", "failure")
                .put("error", items.name(running.item().id()) + " check in already in progress")
                .put("timestamps", timestamps(running))
                .put("wait", Math.max(1, left.plusMillis(999).toSeconds())));
    }

    private static V1Object timestamps(Watching watching) {
        return new V1Object()
                .put("start", V1Times.seconds(watching.startedAt()))
                .put("end", V1Times.seconds(watching.expiresAt()))
                .put("active_for", watching.length().toSeconds());
    }

    private static Reply success(String message, V1Object echo) {
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("message", message)
                .putAll(echo)
                .put("facebook", false)
                .put("twitter", false)
                .put("tumblr", false)
                .put("path", false));
    }

    private static Playback playback(Call<?> call, Played played, Sent sent) {
        double percent = Math.clamp(number(sent.progress()), 0, 100);
        return new Playback(
                played.item(),
                length(sent.duration()),
                played.length().orElse(null),
                (int) Math.round(percent * Playback.WHOLE / 100),
                call.application().id());
    }

    /// Nothing, 0 and less, and more than anything runs say nothing.
    private static @Nullable Duration length(@Nullable Scalar duration) {
        double minutes = number(duration);
        return minutes > 0 && minutes <= Bounds.LONGEST.toMinutes()
                ? Duration.ofMinutes((long) Math.ceil(minutes))
                : null;
    }

    /// Players send fractions too; 0 for what is no number.
    private static double number(@Nullable Scalar value) {
        try {
            double number = Double.parseDouble(V1Values.text(value)
                    .filter(text -> text.length() <= LONGEST_NUMBER)
                    .orElse("0"));
            return Double.isNaN(number) ? 0 : number;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
