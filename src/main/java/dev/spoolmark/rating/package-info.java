/// Ratings from 1 to 10.
///
/// Start with [dev.spoolmark.rating.Ratings]. It does not know how an API names a rating.
@NullMarked
package dev.spoolmark.rating;

import org.jspecify.annotations.NullMarked;
