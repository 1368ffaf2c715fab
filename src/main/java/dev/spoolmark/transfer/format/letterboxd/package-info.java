/// The ZIP export of Letterboxd, and the CSV files that Letterboxd imports. Start with
/// [dev.spoolmark.transfer.format.letterboxd.LetterboxdFormat].
@NullMarked
package dev.spoolmark.transfer.format.letterboxd;

import org.jspecify.annotations.NullMarked;
