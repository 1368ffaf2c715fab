/// Private notes of users about movies, shows, seasons, episodes and people.
///
/// Start with [dev.spoolmark.note.Notes].
@NullMarked
package dev.spoolmark.note;

import org.jspecify.annotations.NullMarked;
