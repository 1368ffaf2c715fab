/// How far someone is: watched, collected, up next.
///
/// Start with [dev.spoolmark.progress.Progress]. It must not know how an episode came to be watched.
@NullMarked
package dev.spoolmark.progress;

import org.jspecify.annotations.NullMarked;
