/// Exports of this server. Start with [dev.spoolmark.transfer.format.spoolmark.SpoolmarkFormat].
@NullMarked
package dev.spoolmark.transfer.format.spoolmark;

import org.jspecify.annotations.NullMarked;
