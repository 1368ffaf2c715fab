/// What someone owns (v1 calls it library).
///
/// Start with [dev.spoolmark.collection.CollectionItems]. It must not know whether it was watched.
@NullMarked
package dev.spoolmark.collection;

import org.jspecify.annotations.NullMarked;
