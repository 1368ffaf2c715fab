package dev.spoolmark.api.v1;

import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.wire.MomentParser;
import dev.spoolmark.wire.Scalar;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When something was last watched, as `last_played` says (`docs/spec-corrections.md#moments`).
final class V1LastPlayed {

    private V1LastPlayed() {}

    /// Nothing, an empty text and 0 mean now. Empty for what cannot be read, and for a time before there was anything
    /// to
    /// watch or still far away.
    static Optional<Instant> of(@Nullable Scalar sent, Instant now) {
        Optional<String> text = V1Values.text(sent);
        return text.isEmpty() || isZero(sent)
                ? Optional.of(now)
                : text.flatMap(MomentParser::parse)
                        .filter(time ->
                                !time.isBefore(Bounds.FIRST_PLAY) && !time.isAfter(now.plus(Bounds.PLAY_AHEAD)));
    }

    private static boolean isZero(@Nullable Scalar sent) {
        return sent != null && sent.whole().orElse(1) == 0;
    }
}
