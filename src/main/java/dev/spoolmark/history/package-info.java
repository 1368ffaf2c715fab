/// Plays: who has watched what, and when.
///
/// Start with [dev.spoolmark.history.PlayHistory]. It does not know what is playing now.
@NullMarked
package dev.spoolmark.history;

import org.jspecify.annotations.NullMarked;
