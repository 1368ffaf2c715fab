/// Items that users have hidden from progress, calendar or recommendations.
///
/// Start with [dev.spoolmark.hidden.Hidden]. It does not know the features that leave them out.
@NullMarked
package dev.spoolmark.hidden;

import org.jspecify.annotations.NullMarked;
