/// Collections of anything, made and ordered by people.
///
/// Start with [dev.spoolmark.lists.Lists]. It must not know how a dialect names a list's items.
@NullMarked
package dev.spoolmark.lists;

import org.jspecify.annotations.NullMarked;
