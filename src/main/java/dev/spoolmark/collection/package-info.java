/// The collections of users (v1: library).
///
/// Start with [dev.spoolmark.collection.CollectionItems]. It does not know plays.
@NullMarked
package dev.spoolmark.collection;

import org.jspecify.annotations.NullMarked;
