package dev.spoolmark.note;

import java.util.Optional;

/// The result of a change that was made to a certain state of a note.
///
/// @param isDone false if the note was changed, deleted or created meanwhile; then nothing was stored
/// @param stored the note as it is now; empty if there is none
public record NoteChange(boolean isDone, Optional<Note> stored) {}
