/// What users are watching: playback and check-ins, whose end may be a play.
///
/// Start with [dev.spoolmark.scrobble.Scrobbles]. It does not know how plays are deduplicated.
@NullMarked
package dev.spoolmark.scrobble;

import org.jspecify.annotations.NullMarked;
