/// Who is told of what nothing has confirmed yet.
///
/// Start with [dev.spoolmark.disclosure.Disclosure]. It must not know how a thing is told.
@NullMarked
package dev.spoolmark.disclosure;

import org.jspecify.annotations.NullMarked;
