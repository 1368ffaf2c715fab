package dev.spoolmark.web.item;

import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.form.PlayTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A play of the viewer with its clock time.
///
/// @param text day and time in the time zone of the user, as far as they are known
/// @param machine for the attribute `datetime`, or null
/// @param field the same in the field of a form; empty if unknown
/// @param version the time that the field was filled with
/// @param source how the play was recorded
public record PlayLine(long id, String text, @Nullable String machine, String field, String version, String source) {

    /// The plays that a page shows; all others are in the history.
    static final int MAX_LINES = 10;

    static List<PlayLine> of(Layout layout, List<PlayEntry> plays) {
        return plays.stream().limit(MAX_LINES).map(play -> of(layout, play)).toList();
    }

    private static PlayLine of(Layout layout, PlayEntry play) {
        return new PlayLine(
                play.id(),
                PlayTime.label(layout.formats(), layout.text(), play.time()),
                PlayTime.machine(layout.formats(), play.time()),
                PlayTime.text(play.time(), layout.formats().zone()),
                PlayTime.version(play.time()),
                layout.t("plays.by." + play.action().key()));
    }
}
