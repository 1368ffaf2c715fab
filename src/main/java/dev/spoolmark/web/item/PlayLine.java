package dev.spoolmark.web.item;

import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.form.PlayTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A play of the viewer with its clock time.
///
/// @param text day and time in the time zone of the user, or that they are unknown
/// @param machine for the attribute `datetime`, or null
/// @param field the same in the field of a form; empty if unknown
/// @param source how the play was recorded
public record PlayLine(long id, String text, @Nullable String machine, String field, String source) {

    /// The plays that a page shows; all others are in the history.
    static final int MAX_LINES = 10;

    static List<PlayLine> of(Layout layout, List<PlayEntry> plays) {
        return plays.stream().limit(MAX_LINES).map(play -> of(layout, play)).toList();
    }

    private static PlayLine of(Layout layout, PlayEntry play) {
        Instant at = play.watchedAt();
        return new PlayLine(
                play.id(),
                at == null ? layout.t("plays.unknown") : layout.formats().dateTime(at),
                at == null ? null : layout.formats().machine(at),
                at == null ? "" : PlayTime.text(at, layout.formats().zone()),
                layout.t("plays.by." + play.action().key()));
    }
}
