/// What is playing now: watching, checking in, and the end of either, which may be a play.
///
/// Start with [dev.spoolmark.scrobble.Scrobbles]. It must not know how a play is kept from being counted twice.
@NullMarked
package dev.spoolmark.scrobble;

import org.jspecify.annotations.NullMarked;
