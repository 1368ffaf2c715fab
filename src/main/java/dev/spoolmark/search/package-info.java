/// Full-text search for items and users, with typing errors, and lookup by external id.
///
/// Start with [dev.spoolmark.search.Search]. The index is derived from the database and can be deleted at any
/// time. It does not know what a user may see of a hit.
@NullMarked
package dev.spoolmark.search;

import org.jspecify.annotations.NullMarked;
