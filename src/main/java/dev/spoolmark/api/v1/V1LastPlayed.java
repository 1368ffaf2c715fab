package dev.spoolmark.api.v1;

import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.wire.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// When something was last watched, as `last_played` says: Unix seconds, or an ISO 8601 text (`movie.md`, movie/seen).
final class V1LastPlayed {

    private V1LastPlayed() {}

    /// Nothing, nonsense, 0, and a time before there was anything to watch or still far away count as now.
    static Instant of(@Nullable Scalar sent, Instant now) {
        return read(sent)
                .filter(time -> !time.equals(Instant.EPOCH)
                        && !time.isBefore(Bounds.FIRST_PLAY)
                        && !time.isAfter(now.plus(Bounds.PLAY_AHEAD)))
                .orElse(now);
    }

    private static Optional<Instant> read(@Nullable Scalar sent) {
        OptionalLong seconds = sent == null ? OptionalLong.empty() : sent.whole();
        return seconds.isPresent()
                ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
                : V1Values.text(sent).flatMap(V1LastPlayed::parse);
    }

    /// A time without an offset is UTC.
    private static Optional<Instant> parse(String text) {
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime exact
                            ? exact.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
