/// The CSV exports of Movary. Start with [dev.spoolmark.transfer.format.movary.MovaryFormat].
@NullMarked
package dev.spoolmark.transfer.format.movary;

import org.jspecify.annotations.NullMarked;
