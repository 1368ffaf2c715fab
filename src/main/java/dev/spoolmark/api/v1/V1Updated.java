package dev.spoolmark.api.v1;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.MomentParser;
import dev.spoolmark.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// The moment since which a client wants to know what changed, and the next one to ask with (`movies.md`).
///
/// @param start as the client named it, else a day ago
/// @param current what to send next time
record V1Updated(Instant start, Instant current) {

    private static final Duration DAY = Duration.ofHours(24);

    static V1Updated of(Call<?> call, InstantSource clock) {
        Instant now = clock.instant();
        Instant start = call.argument("timestamp").map(V1Updated::moment).orElse(now.minus(DAY));
        return new V1Updated(start, now);
    }

    /// @param page renders some of what changed
    <T> Reply telling(String what, List<T> changed, Function<List<T>, List<V1Object>> page) {
        V1Object timestamps =
                new V1Object().put("start", start.getEpochSecond()).put("current", current.getEpochSecond());
        return V1Stream.object(new V1Object().put("timestamps", timestamps), what, changed, page);
    }

    private static Instant moment(String text) {
        return MomentParser.parse(text).orElseThrow(() -> new Refusal(new Problem.Invalid("timestamp")));
    }
}
