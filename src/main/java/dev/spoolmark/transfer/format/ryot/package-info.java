/// The JSON export of Ryot. Start with [dev.spoolmark.transfer.format.ryot.RyotFormat].
@NullMarked
package dev.spoolmark.transfer.format.ryot;

import org.jspecify.annotations.NullMarked;
