/// Finding things and people by words, with typing errors, or by the ids that others give them.
///
/// Start with [dev.spoolmark.search.Search]. The index is derived from the store and can be thrown away at any time;
/// it must not know what the finder may see of what is found.
@NullMarked
package dev.spoolmark.search;

import org.jspecify.annotations.NullMarked;
