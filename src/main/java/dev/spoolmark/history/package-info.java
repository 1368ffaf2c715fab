/// Plays: that someone watched something, and when.
///
/// Start with [dev.spoolmark.history.PlayHistory]. It must not know what is playing right now.
@NullMarked
package dev.spoolmark.history;

import org.jspecify.annotations.NullMarked;
