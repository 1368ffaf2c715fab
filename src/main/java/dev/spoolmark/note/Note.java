package dev.spoolmark.note;

import java.time.Instant;

/// A note of a user. Only its author can read it.
///
/// @param id unique among all notes
/// @param text more than 500 characters if two items with notes were merged
/// @param changedAt later than any earlier state of this note, so that it identifies the state
public record Note(long id, NoteTarget target, String text, boolean spoiler, Instant createdAt, Instant changedAt) {}
