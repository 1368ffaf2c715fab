/// The JSON export of Watcharr. Start with [dev.spoolmark.transfer.format.watcharr.WatcharrFormat].
@NullMarked
package dev.spoolmark.transfer.format.watcharr;

import org.jspecify.annotations.NullMarked;
