/// JSON of the API of MediaTracker. Start with
/// [dev.spoolmark.transfer.format.mediatracker.MediaTrackerFormat].
@NullMarked
package dev.spoolmark.transfer.format.mediatracker;

import org.jspecify.annotations.NullMarked;
