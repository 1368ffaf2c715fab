/// The CSV exports of Yamtrack and of Floppy, which extends them. Start with
/// [dev.spoolmark.transfer.format.yamtrack.YamtrackFormat].
@NullMarked
package dev.spoolmark.transfer.format.yamtrack;

import org.jspecify.annotations.NullMarked;
