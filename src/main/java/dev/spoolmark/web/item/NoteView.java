package dev.spoolmark.web.item;

import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.note.Note;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.web.PageRequest;
import org.jspecify.annotations.Nullable;

/// The private note of the viewer on the page of an item or a person.
///
/// @param key names the item in forms
/// @param text empty if there is none
/// @param version of the text, for forms; empty if there is none
/// @param when it was changed last, in words; empty if there is none
/// @param machine the same for the attribute `datetime`, or null
/// @param longest the maximum number of characters
public record NoteView(
        String key,
        String text,
        String version,
        String when,
        @Nullable String machine,
        int longest) {

    static NoteView of(ItemPageFeatures features, PageRequest request, NoteTarget target) {
        String key = target.kind().key() + "-" + target.item();
        return features.notes()
                .find(features.access().self(request.account()), target)
                .map(note -> of(request, key, note))
                .orElseGet(() -> new NoteView(key, "", "", "", null, ValueLimits.NOTE));
    }

    private static NoteView of(PageRequest request, String key, Note note) {
        return new NoteView(
                key,
                note.text(),
                version(note),
                request.formats().dateTime(note.changedAt()),
                request.formats().machine(note.changedAt()),
                ValueLimits.NOTE);
    }

    static String version(Note note) {
        return Long.toString(note.changedAt().toEpochMilli());
    }

    public boolean exists() {
        return !text.isEmpty();
    }
}
