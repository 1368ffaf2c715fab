/// Progress of users in shows: watched, collected, next episode.
///
/// Start with [dev.spoolmark.progress.Progress]. It does not know how plays are recorded.
@NullMarked
package dev.spoolmark.progress;

import org.jspecify.annotations.NullMarked;
