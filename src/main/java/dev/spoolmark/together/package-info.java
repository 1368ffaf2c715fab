/// Plays that users offer to others who have watched the same together with them.
///
/// Start with [dev.spoolmark.together.WatchedTogether]. It does not know how a play is stored.
@NullMarked
package dev.spoolmark.together;

import org.jspecify.annotations.NullMarked;
