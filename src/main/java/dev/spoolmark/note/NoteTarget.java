package dev.spoolmark.note;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.PersonId;

/// What a note is about.
///
/// @param kind movie, show, season, episode or person
/// @param item its id
public record NoteTarget(Kind kind, long item) {

    /// @throws IllegalArgumentException for a list
    public NoteTarget {
        if (kind == Kind.LIST) {
            throw new IllegalArgumentException("a list has no note");
        }
    }

    public static NoteTarget of(MediaId item) {
        return new NoteTarget(item.kind(), item.value());
    }

    public static NoteTarget of(PersonId person) {
        return new NoteTarget(Kind.PERSON, person.value());
    }
}
