/// Shows that users watch again: from when on plays count in the progress.
///
/// Start with [dev.spoolmark.rewatch.Rewatches]. It does not know how progress is computed.
@NullMarked
package dev.spoolmark.rewatch;

import org.jspecify.annotations.NullMarked;
