package dev.spoolmark.web.item;

import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.web.Layout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A play of the viewer with its clock time.
///
/// @param text day and time in the time zone of the user, or that they are unknown
/// @param machine for the attribute `datetime`, or null
/// @param source how the play was recorded
public record PlayLine(long id, String text, @Nullable String machine, String source) {

    static PlayLine of(Layout layout, PlayEntry play) {
        Instant at = play.watchedAt();
        return new PlayLine(
                play.id(),
                at == null ? layout.t("plays.unknown") : layout.formats().dateTime(at),
                at == null ? null : layout.formats().machine(at),
                layout.t("plays.by." + play.action().key()));
    }
}
