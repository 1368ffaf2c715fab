/// Visibility of provisional items.
///
/// Start with [dev.spoolmark.visibility.ProvisionalAccess]. It does not know how items are rendered.
@NullMarked
package dev.spoolmark.visibility;

import org.jspecify.annotations.NullMarked;
