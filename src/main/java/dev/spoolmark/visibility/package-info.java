/// Who is told of what nothing has confirmed yet.
///
/// Start with [dev.spoolmark.visibility.ProvisionalAccess]. It must not know how a thing is told.
@NullMarked
package dev.spoolmark.visibility;

import org.jspecify.annotations.NullMarked;
