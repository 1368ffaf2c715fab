/// The files of TV Time, which closed in July 2026: its own export, and those of two tools that read its API. Start
/// with [dev.spoolmark.transfer.format.tvtime.TvTimeFormat].
@NullMarked
package dev.spoolmark.transfer.format.tvtime;

import org.jspecify.annotations.NullMarked;
