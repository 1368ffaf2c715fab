/// The formats that can be imported; each has its own package below. Start with
/// [dev.spoolmark.transfer.format.ImportFormat].
@NullMarked
package dev.spoolmark.transfer.format;

import org.jspecify.annotations.NullMarked;
