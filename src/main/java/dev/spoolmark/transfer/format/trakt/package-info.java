/// The ZIP export of Trakt, whose layout others write, too. Start with
/// [dev.spoolmark.transfer.format.trakt.TraktFormat].
@NullMarked
package dev.spoolmark.transfer.format.trakt;

import org.jspecify.annotations.NullMarked;
